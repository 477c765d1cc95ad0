namespace ReplicatedLog.Raft;

/// <summary>
/// A replica's stable storage: it outlives the programs of its host. What is written counts from the end of the next <see cref="SyncAsync"/>
/// on; a crash before it takes it away. Indexes are those of the paper: the first entry is 1, and entry 0 is of term 0.
/// </summary>
public sealed class Disk
{
    private static readonly TimeSpan SyncTime = TimeSpan.FromMilliseconds(2);

    private readonly List<Entry> _log = [];
    private readonly List<Entry> _syncedLog = [];
    private (long Term, int VotedFor) _synced;
    private int _syncedPrefix;

    /// <summary>The latest term that the replica has seen.</summary>
    public long Term { get; private set; }

    /// <summary>Whom it voted for in this term; 0 for nobody.</summary>
    public int VotedFor { get; private set; }

    /// <summary>The index of the last entry.</summary>
    public long LastIndex => _log.Count;

    /// <summary>The term of the last entry.</summary>
    public long LastTerm => TermAt(LastIndex);

    /// <summary>Whether there is something to sync.</summary>
    public bool IsDirty => _synced != (Term, VotedFor) || _syncedPrefix < Math.Max(_log.Count, _syncedLog.Count);

    /// <summary>The entries.</summary>
    public IReadOnlyList<Entry> Log => _log;

    /// <summary>An entry.</summary>
    public Entry this[long index] => _log[(int)index - 1];

    /// <summary>The term of an entry; 0 for index 0, and -1 beyond the end.</summary>
    public long TermAt(long index) => index == 0 ? 0 : index <= LastIndex ? this[index].Term : -1;

    /// <summary>The entries from an index on, at most so many.</summary>
    public Entry[] From(long index, int most) => [.. _log.Skip((int)index - 1).Take(most)];

    /// <summary>Writes the term and the vote.</summary>
    public void SetTerm(long term, int votedFor) => (Term, VotedFor) = (term, votedFor);

    /// <summary>Writes an entry behind the last.</summary>
    public void Append(Entry entry) => _log.Add(entry);

    /// <summary>Takes away the entries from an index on.</summary>
    public void TruncateFrom(long index)
    {
        _log.RemoveRange((int)index - 1, (int)(LastIndex - index + 1));
        _syncedPrefix = Math.Min(_syncedPrefix, _log.Count);
    }

    /// <summary>Ends when all that was written is safe.</summary>
    public async Task SyncAsync(TimeProvider time)
    {
        await Task.Delay(SyncTime, time);
        _synced = (Term, VotedFor);
        _syncedLog.RemoveRange(_syncedPrefix, _syncedLog.Count - _syncedPrefix);
        _syncedLog.AddRange(_log.Skip(_syncedPrefix));
        _syncedPrefix = _log.Count;
    }

    /// <summary>What a program does first: it finds what was safe when the last one ended.</summary>
    public void Recover()
    {
        (Term, VotedFor) = _synced;
        _log.Clear();
        _log.AddRange(_syncedLog);
        _syncedPrefix = _log.Count;
    }
}
