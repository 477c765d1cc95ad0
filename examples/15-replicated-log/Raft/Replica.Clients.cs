using ReplicatedLog.Transport;

namespace ReplicatedLog.Raft;

/// <summary>§8: what clients ask, and when they are answered.</summary>
public sealed partial class Replica
{
    private readonly SortedDictionary<long, (Command Command, Connection Client)> _waiting = [];

    private void Handle(ClientRequest request, Connection from)
    {
        if (_role != Role.Leader)
        {
            Send(from, new ClientReply(request.Command.Sequence, IsDone: false, Value: 0, _leader));
            return;
        }

        _disk.Append(new Entry(_disk.Term, request.Command));
        _waiting[_disk.LastIndex] = (request.Command, from);
        SendEntriesToAll();
    }

    private void Answer(long index, Entry entry, long? result)
    {
        if (_waiting.Remove(index, out (Command Command, Connection Client) waiting) && waiting.Command == entry.Command && result is { } value)
        {
            Send(waiting.Client, new ClientReply(entry.Command.Sequence, IsDone: true, value, _leader));
        }
    }

    /// <summary>Who leads no more does not know what will become of the commands. The clients ask the next leader, who executes none twice.</summary>
    private void TurnClientsAway()
    {
        foreach ((Command command, Connection client) in _waiting.Values)
        {
            Send(client, new ClientReply(command.Sequence, IsDone: false, Value: 0, _leader));
        }

        _waiting.Clear();
    }
}
