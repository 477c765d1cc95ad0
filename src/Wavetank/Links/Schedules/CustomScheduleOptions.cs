using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>A schedule from outside.</summary>
internal sealed record CustomScheduleOptions(string Name, Func<RandomStream, LinkSchedule> Factory) : ScheduleOptions
{
    public override LinkSchedule Create(RandomStream random) => Factory(random);
}
