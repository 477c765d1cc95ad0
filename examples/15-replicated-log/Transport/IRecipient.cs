namespace ReplicatedLog.Transport;

/// <summary>Takes messages, which may get lost.</summary>
internal interface IRecipient
{
    void Send(Message message);
}
