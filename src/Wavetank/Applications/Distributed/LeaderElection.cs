using System.Net.Sockets;
using Wavetank.Engine;

namespace Wavetank.Applications.Distributed;

/// <summary>
/// A member of a group that elects a leader, as Raft does (Ongaro and Ousterhout, 2014, section 5.2). A leader says every so often
/// that it is there. Who hears of none for a while begins a new term and asks all for their votes; each member has one in a term, and
/// who gets more than half leads. Counts elections won.
/// </summary>
/// <remarks>
/// The election alone: there is no log, so that any member may win. A leader does not step down because it hears from too few, as in the
/// paper: cut off with a minority it goes on believing, beside the one that the majority elects in a later term.
/// </remarks>
/// <param name="options">What it does.</param>
public sealed class LeaderElection(ElectionOptions options) : Application
{
    private readonly HashSet<int> _votes = [];
    private ElectionRecord _record = null!;
    private TimeProvider _clock = null!;
    private RandomStream _random = null!;
    private Mailbox _mailbox = null!;
    private ElectionRole _role;
    private long _deadline;

    private long Term => options.Disk.Term;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        (_clock, _random, _record) = (timeProvider, random, new ElectionRecord(Metrics, timeProvider, Term));
        long end = timeProvider.GetTimestamp() + Nanoseconds(options.Duration);
        try
        {
            using Mailbox mailbox = _mailbox = await Mailbox.OpenAsync(options.Members, options.Port, timeProvider);
            WaitForLeader();
            while (timeProvider.GetTimestamp() < end)
            {
                if (await mailbox.ReceiveAsync(Math.Min(_deadline, end)) is { } received)
                {
                    if (ElectionMessage.TryRead(received.Bytes.Span, out ElectionMessage message))
                    {
                        await TakeAsync(received.From, message);
                    }
                }
                else if (timeProvider.GetTimestamp() >= _deadline)
                {
                    await (_role == ElectionRole.Leader ? SayThatItIsThereAsync() : StandAsync());
                }
            }
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    private static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>Nobody was heard for too long.</summary>
    private async Task StandAsync()
    {
        _role = ElectionRole.Candidate;
        options.Disk.Write(Term + 1, _mailbox.Self);
        _record.Stands(Term);
        _votes.Clear();
        _votes.Add(_mailbox.Self);
        WaitForLeader();
        await SendToAllAsync(new ElectionMessage(ElectionMessage.Sorts.Request, Term));
        await LeadIfElectedAsync();
    }

    private async Task TakeAsync(int from, ElectionMessage message)
    {
        // Whatever it was about: a later term ends what one is.
        if (message.Term > Term)
        {
            options.Disk.Write(message.Term, votedFor: null);
            Follow();
        }

        switch (message.Sort)
        {
            case ElectionMessage.Sorts.Request:
                await VoteAsync(from, message.Term);
                break;
            case ElectionMessage.Sorts.Vote when message.IsGranted && message.Term == Term && _role == ElectionRole.Candidate:
                _votes.Add(from);
                await LeadIfElectedAsync();
                break;
            case ElectionMessage.Sorts.Heartbeat:
                if (message.Term == Term)
                {
                    Follow();
                    WaitForLeader();
                    _record.Hears(Term);
                }

                await SendAsync(from, new ElectionMessage(ElectionMessage.Sorts.Acknowledgment, Term));
                break;
            default:
                break;
        }
    }

    /// <summary>The first who asks in a term has the vote, and whoever asks again gets the same answer.</summary>
    private async Task VoteAsync(int candidate, long term)
    {
        bool isGranted = term == Term && (options.Disk.VotedFor ?? candidate) == candidate;
        if (isGranted)
        {
            options.Disk.Write(Term, candidate);
            WaitForLeader();
        }

        await SendAsync(candidate, new ElectionMessage(ElectionMessage.Sorts.Vote, Term, isGranted));
    }

    private async Task LeadIfElectedAsync()
    {
        if (_votes.Count * 2 > _mailbox.Members.Count)
        {
            _role = ElectionRole.Leader;
            _record.Wins(Term);
            await SayThatItIsThereAsync();
        }
    }

    private async Task SayThatItIsThereAsync()
    {
        _deadline = _clock.GetTimestamp() + Nanoseconds(options.Heartbeat);
        await SendToAllAsync(new ElectionMessage(ElectionMessage.Sorts.Heartbeat, Term));
    }

    private void Follow()
    {
        if (_role == ElectionRole.Leader)
        {
            _record.Yields();
            WaitForLeader();
        }

        _role = ElectionRole.Follower;
    }

    /// <summary>Each waits for a time of its own, so that seldom two stand at once and divide the votes.</summary>
    private void WaitForLeader()
    {
        TimeSpan patience = options.Patience?.Invoke() ?? TimeSpan.FromTicks(1_500_000 + _random.NextInt64(1_500_001));
        _deadline = _clock.GetTimestamp() + Nanoseconds(patience);
    }

    private async Task SendToAllAsync(ElectionMessage message)
    {
        foreach (int member in _mailbox.Others)
        {
            await SendAsync(member, message);
        }
    }

    private Task SendAsync(int member, ElectionMessage message)
    {
        byte[] bytes = message.ToBytes();
        Metrics.AddBytes(bytes.Length, _clock);
        return _mailbox.SendAsync(member, bytes);
    }
}
