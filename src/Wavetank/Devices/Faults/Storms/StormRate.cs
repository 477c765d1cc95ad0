namespace Wavetank.Devices.Faults.Storms;

/// <summary>How often a kind of fault comes in a storm, and how long each lasts.</summary>
/// <param name="Every">The mean time from one to the next, which come independently of each other (a Poisson process); more than zero.</param>
/// <param name="Shortest">The least that one lasts; a millisecond or more.</param>
/// <param name="Longest">The most that one lasts; each time between the two is equally likely.</param>
public sealed record StormRate(TimeSpan Every, TimeSpan Shortest, TimeSpan Longest)
{
    internal void Validate(string name)
    {
        if (Every <= TimeSpan.Zero || Shortest < TimeSpan.FromMilliseconds(1) || Longest < Shortest)
        {
            throw new ArgumentException($"{name} of a storm come every so often, more than zero, and last from a millisecond on, at most as long as the longest.", name);
        }
    }
}
