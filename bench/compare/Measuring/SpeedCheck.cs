using System.Diagnostics;
using System.Globalization;
using Wavetank.Compare.Comparison;

namespace Wavetank.Compare.Measuring;

/// <summary>
/// What a unit of each workload costs, in bare events of the engine on the same machine at the same time: a number that says the same
/// on a slow machine and on a fast one. It never fails; it is for eyes.
/// </summary>
internal static class SpeedCheck
{
    // How far a ratio may lie above what is recorded before a reader is told. A busy machine alone makes a tenth.
    private const double Noticeable = 1.25;

    // The compiler has the code in its last form after three seconds, on a machine that is busy otherwise.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(8);

    private static readonly string RecordFile = Path.Combine(Checkout.Bench, "speed.txt");

    private static readonly SpeedSample Calibration = new("events", "events", "scale=2");

    private static readonly SpeedSample[] Samples =
    [
        new("dumbbell", "link_packets", "flows=2", "scale=3", "warmup=1"),
        new("echo", "rounds", "scale=20"),
        new("star", "link_packets", "scale=3"),
    ];

    public static void Run(bool accept, TextWriter output)
    {
        LeastCosts(WarmUp);
        Dictionary<SpeedSample, double> costs = LeastCosts(Measuring);
        double unit = costs[Calibration];
        var lines = new List<string>();
        Dictionary<string, double> recorded = Recorded();
        foreach (SpeedSample sample in Samples)
        {
            double ratio = costs[sample] / unit;
            string text = ratio.ToString("0.0", CultureInfo.InvariantCulture);
            lines.Add($"{sample.Workload} {text}");
            string beside = !recorded.TryGetValue(sample.Workload, out double before) ? "nothing recorded"
                : ratio > before * Noticeable ? $"recorded {Numbers.Short(before)}: SLOWER, unless the machine was busy"
                : $"recorded {Numbers.Short(before)}";
            output.WriteLine($"{sample.Workload} {text} bare events ({beside})");
        }

        if (accept)
        {
            File.WriteAllLines(RecordFile, lines);
        }
    }

    /// <summary>
    /// All in turn, again and again, so that quiet moments of the machine meet each. The least of many is the cost without the neighbours'.
    /// </summary>
    private static Dictionary<SpeedSample, double> LeastCosts(TimeSpan time)
    {
        var least = new Dictionary<SpeedSample, double>();
        long start = Stopwatch.GetTimestamp();
        do
        {
            foreach (SpeedSample sample in Samples.Prepend(Calibration))
            {
                least[sample] = Math.Min(sample.Measure(), least.GetValueOrDefault(sample, double.MaxValue));
            }
        }
        while (Stopwatch.GetElapsedTime(start) < time);
        return least;
    }

    private static Dictionary<string, double> Recorded() =>
        !File.Exists(RecordFile) ? [] : File.ReadLines(RecordFile).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
}
