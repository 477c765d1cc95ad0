using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Output;

/// <summary>How far a run has come, in a line: simulated time, speed, events, and where the end is known how long it still takes.</summary>
internal static class RunProgressText
{
    private const int BarWidth = 24;

    // Of less nobody can tell how long the rest takes.
    private const double LeastPart = 0.01;

    /// <param name="progress">How far the run is.</param>
    /// <param name="duration">The simulated time at which it ends, in nanoseconds; null where that is not known.</param>
    /// <param name="elapsed">What it took until now.</param>
    internal static string Describe(RunProgress progress, long? duration, TimeSpan elapsed)
    {
        double speed = progress.SimulatedTime.TotalSeconds / elapsed.TotalSeconds;
        string time = HumanText.Time(progress.SimulatedTime.Nanoseconds);
        string bar = "", left = "";
        if (duration is { } end)
        {
            double part = Math.Clamp(progress.SimulatedTime.Nanoseconds / (double)end, 0, 1);
            int done = (int)(part * BarWidth);
            bar = $"{new string('━', done)}{new string('─', BarWidth - done)} ";
            time = $"{time} of {HumanText.Time(end)}";
            left = part >= LeastPart ? $" · {TimeLeft.Describe(elapsed.TotalSeconds * (1 - part) / part)} left" : "";
        }

        return $"{bar}{time} · {HumanText.Speed(speed)} · {HumanText.Count(progress.Events)} events{left}";
    }
}
