using ReplicatedLog.Transport;

namespace ReplicatedLog.Raft;

/// <summary>§5.2: who leads.</summary>
public sealed partial class Replica
{
    private readonly HashSet<int> _votes = [];

    private void ExpectLeader() => _alarm.Set(_options.ElectionTimeout * (1 + _random()));

    private void Awake()
    {
        if (_role == Role.Leader)
        {
            SendEntriesToAll();
            _alarm.Set(_options.Heartbeat);
            return;
        }

        _role = Role.Candidate;
        _leader = 0;
        _disk.SetTerm(_disk.Term + 1, votedFor: _options.Id);
        _votes.Clear();
        _votes.Add(_options.Id);
        ExpectLeader();
        foreach (Peer? peer in _peers)
        {
            if (peer is not null)
            {
                Send(peer, new VoteRequest(_disk.Term, _options.Id, _disk.LastIndex, _disk.LastTerm));
            }
        }
    }

    private void Handle(VoteRequest request, Connection from)
    {
        Notice(request.Term);
        bool isGranted = request.Term == _disk.Term && (_disk.VotedFor == 0 || _disk.VotedFor == request.Candidate) && IsUpToDate(request);
        if (isGranted)
        {
            _disk.SetTerm(_disk.Term, request.Candidate);
            ExpectLeader();
        }

        Send(from, new VoteReply(_disk.Term, _options.Id, isGranted));
    }

    /// <summary>§5.4.1: who lacks a committed entry gets no majority, since each majority has one who has it.</summary>
    private bool IsUpToDate(VoteRequest request) => _options.Bug switch
    {
        ReplicationBug.VotesForOldLogs => true,
        ReplicationBug.VotesForLongerLogs => request.LastIndex >= _disk.LastIndex,
        _ => request.LastTerm > _disk.LastTerm || (request.LastTerm == _disk.LastTerm && request.LastIndex >= _disk.LastIndex),
    };

    private void Handle(VoteReply reply)
    {
        Notice(reply.Term);
        if (_role != Role.Candidate || reply.Term != _disk.Term || !reply.IsGranted || !_votes.Add(reply.Voter) || _votes.Count < Majority)
        {
            return;
        }

        _role = Role.Leader;
        _leader = _options.Id;
        _observer.Elected(_options.Id, _disk.Term);
        Array.Fill(_nextIndex, _disk.LastIndex + 1);
        Array.Clear(_matchIndex);
        SendEntriesToAll();
        _alarm.Set(_options.Heartbeat);
    }

    /// <summary>Figure 2, all servers: who hears of a later term is a follower in it.</summary>
    private void Notice(long term)
    {
        if (term <= _disk.Term)
        {
            return;
        }

        _disk.SetTerm(term, votedFor: 0);
        _leader = 0;
        if (_role == Role.Leader)
        {
            ExpectLeader();
            TurnClientsAway();
        }

        _role = Role.Follower;
    }
}
