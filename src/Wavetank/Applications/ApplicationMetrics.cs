namespace Wavetank.Applications;

/// <summary>What an application measures.</summary>
public sealed class ApplicationMetrics
{
    // A run that fails a million times should not remember a million texts.
    private const int RememberedErrors = 5;

    private readonly List<string> _firstErrors = [];

    private readonly SortedDictionary<string, ApplicationFigure> _figures = new(StringComparer.Ordinal);

    /// <summary>Whatever the application counts: exchanges, connections, transfers that came to a good end.</summary>
    public long Count { get; internal set; }

    /// <summary>Payload bytes received and found right; bytes handed to the socket, for one that only sends.</summary>
    public long Bytes { get; internal set; }

    /// <summary>What failed.</summary>
    public long Errors { get; private set; }

    /// <summary>The texts of the first few errors, in order.</summary>
    public IReadOnlyList<string> FirstErrors => _firstErrors;

    /// <summary>Is told each round-trip time, in nanoseconds.</summary>
    public Action<long>? RoundTripMeasured { get; set; }

    /// <summary>When the first payload byte was sent or received, in nanoseconds; null before.</summary>
    public long? FirstByteAt { get; private set; }

    /// <summary>When the last payload byte was sent or received, in nanoseconds; null before.</summary>
    public long? LastByteAt { get; private set; }

    /// <summary>What else it measured, by the metric's name: <c>loss</c>, <c>mos</c>.</summary>
    public IReadOnlyDictionary<string, ApplicationFigure> Figures => _figures;

    internal void SetFigure(string name, ApplicationFigure figure) => _figures[name] = figure;

    internal void AddBytes(long bytes, TimeProvider clock)
    {
        Bytes += bytes;
        MarkByte(clock);
    }

    internal void MarkByte(TimeProvider clock)
    {
        LastByteAt = clock.GetTimestamp();
        FirstByteAt ??= LastByteAt;
    }

    internal void AddRoundTrip(long nanoseconds) => RoundTripMeasured?.Invoke(nanoseconds);

    internal void AddError(string text)
    {
        Errors++;
        if (_firstErrors.Count < RememberedErrors)
        {
            _firstErrors.Add(text);
        }
    }
}
