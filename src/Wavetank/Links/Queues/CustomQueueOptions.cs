namespace Wavetank.Links.Queues;

/// <summary>A queue that is made by whoever sets it.</summary>
internal sealed record CustomQueueOptions(string Name, Func<QueueContext, PacketQueue> Factory, bool SeesAll) : QueueOptions
{
    public override string Kind => Name;

    public override bool SeesEveryPacket => SeesAll;

    public override PacketQueue Create(QueueContext context) => Factory(context);
}
