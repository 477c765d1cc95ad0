using System.Net.Sockets;
using ReplicatedLog.Transport;

namespace ReplicatedLog.Raft;

/// <summary>
/// One server of a replicated log, as in figure 2 of Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm" (2014). Without
/// changes of membership and without compaction.
/// </summary>
/// <remarks>All that comes in, messages and alarms, is handled one after the other by <see cref="RunAsync"/>; so nothing here needs a lock.</remarks>
public sealed partial class Replica
{
    private readonly ReplicaOptions _options;
    private readonly Disk _disk;
    private readonly IReplicaObserver _observer;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly Mailbox _mailbox = new();
    private readonly AlarmClock _alarm;
    private readonly Peer?[] _peers;
    private readonly List<(IRecipient To, Message Message)> _outbox = [];
    private readonly Register _register = new();
    private Role _role;
    private int _leader;
    private long _commitIndex;
    private long _lastApplied;
    private long _lastSync;

    /// <summary>Makes a replica that goes on from what is on its disk.</summary>
    /// <param name="options">The group.</param>
    /// <param name="disk">Its stable storage.</param>
    /// <param name="observer">Is told what it does.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="random">Gives numbers in [0, 1).</param>
    public Replica(ReplicaOptions options, Disk disk, IReplicaObserver observer, TimeProvider time, Func<double> random)
    {
        (_options, _disk, _observer, _time, _random) = (options, disk, observer, time, random);
        _alarm = new AlarmClock(time, _mailbox);
        _peers = [.. options.Group.Select((name, i) => i + 1 == options.Id ? null : new Peer(name, options.Port, time, _mailbox))];
        _nextIndex = new long[_peers.Length];
        _matchIndex = new long[_peers.Length];
        disk.Recover();
        if (options.Bug == ReplicationBug.ForgetsItsVote)
        {
            disk.SetTerm(disk.Term, votedFor: 0);
        }
    }

    private int Majority => _peers.Length / 2 + 1;

    /// <summary>Runs until the host does not.</summary>
    public async Task RunAsync()
    {
        using TcpListener listener = TcpListener.Create(_options.Port);
        listener.Start();
        _ = AcceptAsync(listener);
        ExpectLeader();
        while (true)
        {
            while (_mailbox.TryTake(out Letter letter))
            {
                Open(letter);
            }

            // Nothing leaves before what it speaks of is safe: figure 2, "updated on stable storage before responding to RPCs".
            if (_disk.IsDirty && (_options.Bug != ReplicationBug.SyncsOnceASecond || _time.GetElapsedTime(_lastSync) >= TimeSpan.FromSeconds(1)))
            {
                await _disk.SyncAsync(_time);
                _lastSync = _time.GetTimestamp();
            }

            AdvanceCommitIndex();
            ApplyCommitted();
            SendOutbox();
            await _mailbox.WaitAsync();
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            _ = new Connection(await listener.AcceptTcpClientAsync(), _time, _mailbox).ReadAsync();
        }
    }

    private void Open(Letter letter)
    {
        switch (letter.Message)
        {
            case null when _alarm.IsCurrent(letter.Alarm):
                Awake();
                break;
            case VoteRequest request:
                Handle(request, letter.From!);
                break;
            case VoteReply reply:
                Handle(reply);
                break;
            case AppendRequest request:
                Handle(request, letter.From!);
                break;
            case AppendReply reply:
                Handle(reply);
                break;
            case ClientRequest request:
                Handle(request, letter.From!);
                break;
        }
    }

    private void Send(IRecipient to, Message message) => _outbox.Add((to, message));

    private void SendOutbox()
    {
        foreach ((IRecipient to, Message message) in _outbox)
        {
            to.Send(message);
        }

        _outbox.Clear();
    }
}
