namespace Wavetank.Testing.Histories.Searching;

/// <summary>A call in a picture.</summary>
/// <param name="Process">Who made it.</param>
/// <param name="Label">What stands in its bar.</param>
/// <param name="Began">The place of its beginning.</param>
/// <param name="Ended">The place of its end; the largest number where it has none.</param>
/// <param name="IsMarked">Whether it is the one to look at.</param>
internal sealed record TimelineCall(string Process, string Label, int Began, int Ended, bool IsMarked);
