namespace Wavetank.Recording.Connections;

/// <summary>
/// The segments of a connection: the first ones, the last ones, and of those between the ones that were dropped or sent again. So a
/// connection of any length needs the same memory, and its opening, its end and its trouble are there.
/// </summary>
internal sealed class SegmentLog
{
    public const int MostFirst = 500;
    public const int MostLast = 250;
    public const int MostBetween = 1000;

    private readonly List<LoggedSegment> _first = [];
    private readonly List<LoggedSegment> _between = [];
    private readonly Queue<LoggedSegment> _last = new();

    public IEnumerable<RecordedSegment> Segments =>
        _first.Concat(_between.OrderBy(segment => segment.Number)).Concat(_last).Select(segment => segment.ToRecord());

    /// <returns>The segment that lost its place, and is not under way: to be used again. Null for none.</returns>
    public LoggedSegment? Add(LoggedSegment segment)
    {
        if (_first.Count < MostFirst)
        {
            _first.Add(segment);
            return null;
        }

        _last.Enqueue(segment);
        if (_last.Count <= MostLast)
        {
            return null;
        }

        LoggedSegment oldest = _last.Dequeue();
        oldest.IsEvicted = !Keep(oldest);
        return oldest is { IsEvicted: true, IsUnderWay: false } ? oldest : null;
    }

    /// <summary>A segment was delivered or dropped.</summary>
    /// <returns>Whether the log has no place for it.</returns>
    public bool Ended(LoggedSegment segment)
    {
        if (segment.IsEvicted)
        {
            segment.IsEvicted = !Keep(segment);
        }

        return segment.IsEvicted;
    }

    private bool Keep(LoggedSegment segment)
    {
        if (_between.Count == MostBetween || (segment.Drop is null && !segment.IsRetransmission))
        {
            return false;
        }

        _between.Add(segment);
        return true;
    }
}
