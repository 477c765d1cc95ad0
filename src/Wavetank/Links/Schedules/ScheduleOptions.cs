using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>
/// The definition of conditions that change with time: immutable, checked, and able to make the running schedule for one direction of a link.
/// </summary>
/// <remarks>
/// A change holds for packets that begin to be sent from then on: the one that is being sent is sent to its end at the old rate, and what is under way
/// arrives as it was to arrive. A rate of next to nothing is thus no outage, as one packet may take longer than it lasts; a loss of 100 % is.
/// </remarks>
public abstract record ScheduleOptions
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public virtual void Validate()
    {
    }

    /// <summary>Makes the running schedule.</summary>
    /// <param name="random">The direction's own dice for its schedule.</param>
    public abstract LinkSchedule Create(RandomStream random);

    /// <summary>A schedule of one's own, without a record of one's own.</summary>
    /// <param name="name">What it is called where options are shown.</param>
    /// <param name="create">Makes the running schedule for one direction.</param>
    public static ScheduleOptions Custom(string name, Func<RandomStream, LinkSchedule> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return new CustomScheduleOptions(name, create);
    }
}
