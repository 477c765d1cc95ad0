namespace Wavetank.Scenarios.Results;

/// <summary>What one application measured, or several together.</summary>
/// <param name="Count">What its kind counts: replies verified, connections, transfers.</param>
/// <param name="Bytes">Payload bytes received and found right; bytes handed to the socket, for one that only sends.</param>
/// <param name="Errors">What failed.</param>
/// <param name="FirstErrors">The texts of the first few errors, each once.</param>
/// <param name="Goodput">Payload bits per second from the first byte to the last; 0 before two bytes at different times.</param>
/// <param name="RoundTrip">Round-trip times; null where none was measured.</param>
public sealed record ApplicationFigures(
    long Count, long Bytes, long Errors, IReadOnlyList<string> FirstErrors, long Goodput, RoundTripFigures? RoundTrip)
{
    /// <summary>What else its kind measures, by the metric's name and in the metric's base unit; only what was measured.</summary>
    public IReadOnlyDictionary<string, double> Others { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);
}
