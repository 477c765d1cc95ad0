namespace Wavetank.Packetdrill.Model;

/// <summary>When an event is to happen: at an instant, or within a range.</summary>
/// <param name="Kind">What it is counted from.</param>
/// <param name="Start">Nanoseconds.</param>
/// <param name="End">The end of a range, counted from the same; equal to the start for an instant.</param>
internal readonly record struct EventTime(EventTimeKind Kind, long Start, long End);
