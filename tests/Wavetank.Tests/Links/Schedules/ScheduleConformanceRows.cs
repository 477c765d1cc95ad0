using Wavetank.Links;
using Wavetank.Links.Schedules;

namespace Wavetank.Tests.Links.Schedules;

public sealed class StepsConformance : ScheduleConformance
{
    protected override ScheduleOptions Options { get; } = new StepScheduleOptions(
        [new(TimeSpan.FromMilliseconds(20)) { Rate = DataRate.Mbps(20) }, new(TimeSpan.FromMilliseconds(90)) { Delay = TimeSpan.FromMilliseconds(1), Jitter = TimeSpan.FromMilliseconds(2) }])
    {
        Repeat = TimeSpan.FromMilliseconds(150),
    };
}

public sealed class CsvConformance : ScheduleConformance
{
    protected override ScheduleOptions Options { get; } = new StepScheduleOptions(ScheduleCsv.Parse(["time_s,rate_mbps,delay_ms", "0,10,5", "0.1,,20", "0.3,2,"]));
}

public sealed class CellularConformance : ScheduleConformance
{
    protected override ScheduleOptions Options { get; } = new CellularScheduleOptions(DataRate.Mbps(2), DataRate.Mbps(50)) { Interval = TimeSpan.FromMilliseconds(10) };
}

public sealed class SatelliteConformance : ScheduleConformance
{
    protected override ScheduleOptions Options { get; } = new SatelliteScheduleOptions(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(60))
    {
        Period = TimeSpan.FromMilliseconds(90),
        Offset = TimeSpan.FromMilliseconds(30),
        Outage = TimeSpan.FromMilliseconds(10),
        OutageLoss = 0,
    };
}
