using Wavetank.Packetdrill.Model;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>
/// The completions of sends with MSG_ZEROCOPY, on a socket's error queue (Linux: Documentation/networking/msg_zerocopy). Nothing is
/// sent without a copy here: a completion says that it was copied, as Linux does where the device lies in the host.
/// </summary>
internal sealed class ZeroCopyQueue
{
    // Of each send that is not yet complete, in order: the byte of the stream behind it.
    private readonly Queue<long> _pending = new();
    private uint _firstUnread;

    /// <summary>SO_ZEROCOPY; without it MSG_ZEROCOPY means nothing.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>Sends that were complete when last looked.</summary>
    public uint Completed { get; private set; }

    /// <summary>Whether completions wait to be read.</summary>
    public bool HasUnread => Completed != _firstUnread;

    /// <summary>A send took bytes.</summary>
    public void OnSent(TcpConnection connection) => _pending.Enqueue(connection.Statistics.BytesAcknowledged + connection.Queued);

    /// <summary>Completes what the peer has acknowledged since.</summary>
    public void Update(TcpConnection? connection)
    {
        while (connection is not null && _pending.TryPeek(out long end)
            && (connection.Statistics.BytesAcknowledged >= end || connection.State == TcpState.Closed))
        {
            _pending.Dequeue();
            Completed++;
        }
    }

    /// <summary>Reads all that wait, which Linux joins to one range of numbers, and compares it with what a script expects.</summary>
    public CallResult Read(Argument.Structure message)
    {
        if (!HasUnread)
            return CallResult.Fail(Errno.TryAgain);
        (string Name, long Value)[] actual =
        [
            ("ee_errno", 0),
            ("ee_origin", Constants.ZeroCopyOrigin),
            ("ee_type", 0),
            ("ee_code", Constants.ZeroCopyCopied),
            ("ee_info", _firstUnread),
            ("ee_data", Completed - 1),
        ];
        _firstUnread = Completed;
        if (message.Find("msg_control") is not Argument.List { Items: [Argument.Structure control] } || control.Find("cmsg_data") is not Argument.Structure expected)
            return CallResult.Done;
        foreach ((string name, long value) in actual)
        {
            if (expected.Find(name) is { } written && Constants.Evaluate(written) != value)
                throw new ScriptFailure(written.Place, $"{name} is {value}, not {Constants.Evaluate(written)}");
        }

        return CallResult.Done;
    }
}
