using ReplicatedLog.Transport;

namespace ReplicatedLog.Raft;

/// <summary>§5.3: the leader's log becomes everybody's.</summary>
public sealed partial class Replica
{
    private const int MostEntries = 64;

    private readonly long[] _nextIndex;
    private readonly long[] _matchIndex;

    private void SendEntriesToAll()
    {
        for (int i = 0; i < _peers.Length; i++)
        {
            SendEntries(i);
        }
    }

    private void SendEntries(int follower)
    {
        if (_peers[follower] is { } peer)
        {
            long previous = _nextIndex[follower] - 1;
            Entry[] entries = _disk.From(previous + 1, MostEntries);
            Send(peer, new AppendRequest(_disk.Term, _options.Id, previous, _disk.TermAt(previous), entries, _commitIndex));
        }
    }

    private void Handle(AppendRequest request, Connection from)
    {
        Notice(request.Term);
        if (request.Term < _disk.Term)
        {
            Send(from, new AppendReply(_disk.Term, _options.Id, IsMatch: false, _disk.LastIndex));
            return;
        }

        _role = Role.Follower;
        _leader = request.Leader;
        ExpectLeader();
        if (_disk.TermAt(request.PreviousIndex) != request.PreviousTerm)
        {
            Send(from, new AppendReply(_disk.Term, _options.Id, IsMatch: false, Math.Min(_disk.LastIndex, request.PreviousIndex - 1)));
            return;
        }

        long index = request.PreviousIndex;
        foreach (Entry entry in request.Entries)
        {
            index++;
            if (_disk.TermAt(index) == entry.Term)
            {
                continue;
            }

            // Only a conflict takes entries away: a request that comes late must not undo what a later one did.
            if (index <= _disk.LastIndex)
            {
                _disk.TruncateFrom(index);
            }

            _disk.Append(entry);
        }

        _commitIndex = Math.Max(_commitIndex, Math.Min(request.Commit, index));
        Send(from, new AppendReply(_disk.Term, _options.Id, IsMatch: true, index));
    }

    private void Handle(AppendReply reply)
    {
        Notice(reply.Term);
        if (_role != Role.Leader || reply.Term != _disk.Term)
        {
            return;
        }

        int follower = reply.Follower - 1;
        if (reply.IsMatch)
        {
            bool isNews = reply.Index >= _nextIndex[follower];
            _matchIndex[follower] = Math.Max(_matchIndex[follower], reply.Index);
            _nextIndex[follower] = Math.Max(_nextIndex[follower], reply.Index + 1);
            if (isNews && _nextIndex[follower] <= _disk.LastIndex)
            {
                SendEntries(follower);
            }
        }
        else
        {
            // The follower says where its log may begin to match, which saves a round trip for each entry that it lacks.
            _nextIndex[follower] = Math.Max(Math.Min(reply.Index + 1, _nextIndex[follower] - 1), 1);
            SendEntries(follower);
        }
    }

    private void AdvanceCommitIndex()
    {
        if (_role != Role.Leader)
        {
            return;
        }

        // What this disk has is counted too: it is safe, since the outbox waited for it.
        _matchIndex[_options.Id - 1] = _disk.LastIndex;
        long reached = _matchIndex.Order().ElementAt(_matchIndex.Length - Majority);

        // §5.4.2: replicas are counted for entries of the own term only; the earlier ones are committed with them. Figure 8 shows why.
        if (reached > _commitIndex && (_disk.TermAt(reached) == _disk.Term || _options.Bug == ReplicationBug.CommitsEarlierTerms))
        {
            _commitIndex = reached;
        }
    }

    private void ApplyCommitted()
    {
        while (_lastApplied < Math.Min(_commitIndex, _disk.LastIndex))
        {
            Entry entry = _disk[++_lastApplied];
            _observer.Applied(_options.Id, _lastApplied, entry);
            Answer(_lastApplied, entry, _register.Apply(entry.Command));
        }
    }
}
