namespace Wavetank.Links.Schedules;

/// <summary>The contract of a schedule: what a direction's conditions are at a time. One object serves one direction of one link.</summary>
public abstract class LinkSchedule
{
    /// <summary>The conditions at a time; null where they are the link's own.</summary>
    /// <param name="nanoseconds">Since the schedule took effect. It never goes back; it may leap over any time in which nothing was sent.</param>
    /// <returns>The same object as long as nothing changes. What it leaves null is as the link's own conditions have it.</returns>
    public abstract ScheduleStep? At(long nanoseconds);
}
