using Wavetank.Applications.Reports;

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

    /// <summary>What it measured row by row, such as the goodput of each interval: the columns are those of its kind. Empty where its kind has none.</summary>
    public IReadOnlyList<IReadOnlyList<ReportValue>> Rows => Report?.Rows ?? [];

    /// <summary>Where the rows come from; an application that goes on after a restart finds it as it left it.</summary>
    internal IReport? Report { get; set; }

    /// <summary>A figure as it was left, by the application that was there before a restart; 0 for none.</summary>
    internal double Before(string name) => _figures.TryGetValue(name, out ApplicationFigure figure) ? figure.Value ?? 0 : 0;

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
