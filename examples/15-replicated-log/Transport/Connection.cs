using System.Net.Sockets;

namespace ReplicatedLog.Transport;

/// <summary>A connection that carries messages: those that come go to the mailbox, those to send are written in their order.</summary>
internal sealed class Connection(TcpClient client, TimeProvider time, Mailbox mailbox) : IRecipient
{
    private readonly Queue<Message> _outbox = new();
    private bool _isWriting;
    private long? _unansweredSince;

    public bool IsOpen { get; private set; } = true;

    /// <summary>How long the other side has owed an answer.</summary>
    public TimeSpan Silence => _unansweredSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    public void Send(Message message)
    {
        if (!IsOpen)
        {
            return;
        }

        _unansweredSince ??= time.GetTimestamp();
        _outbox.Enqueue(message);
        if (!_isWriting)
        {
            _ = WriteAsync();
        }
    }

    /// <summary>Reads until the connection ends, by either side or by the network.</summary>
    public async Task ReadAsync()
    {
        try
        {
            while (await Frame.ReadAsync(client.GetStream()) is { } message)
            {
                _unansweredSince = null;
                mailbox.Post(new Letter(message, this));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
        }

        Close();
    }

    public void Close()
    {
        IsOpen = false;
        client.Dispose();
    }

    private async Task WriteAsync()
    {
        _isWriting = true;
        try
        {
            while (_outbox.TryDequeue(out Message? message))
            {
                await client.GetStream().WriteAsync(Frame.Of(message));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            Close();
        }

        _isWriting = false;
    }

    private static bool IsEnd(Exception exception) => exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException;
}
