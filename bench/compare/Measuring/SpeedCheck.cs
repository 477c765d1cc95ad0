using System.Globalization;
using Wavetank.Compare.Comparison;
using Wavetank.Compare.Workloads;

namespace Wavetank.Compare.Measuring;

/// <summary>
/// What a unit of each workload costs, in bare events of the engine on the same machine at the same time: a number that says the same
/// on a slow machine and on a fast one. It never fails; it is for eyes.
/// </summary>
internal static class SpeedCheck
{
    private const int Rounds = 7;

    // How far a ratio may lie above what is recorded before a reader is told. A busy machine alone makes a third.
    private const double Noticeable = 1.5;

    private static readonly string RecordFile = Path.Combine(Checkout.Bench, "speed.txt");

    private static readonly Sample Calibration = new("events", "events", "scale=5");

    private static readonly Sample[] Samples =
    [
        new("dumbbell", "link_packets", "flows=2", "scale=3", "warmup=1"),
        new("echo", "rounds", "scale=20"),
        new("star", "link_packets", "scale=3"),
    ];

    public static void Run(bool accept, TextWriter output)
    {
        // All in turn, so that a busy moment meets each; the least of several is the cost without the neighbours'.
        var best = new Dictionary<string, double>();
        for (int i = 0; i < Rounds; i++)
        {
            foreach (Sample sample in Samples.Prepend(Calibration))
            {
                double cost = sample.Measure();
                best[sample.Workload] = Math.Min(cost, best.GetValueOrDefault(sample.Workload, double.MaxValue));
            }
        }

        double unit = best[Calibration.Workload];
        var lines = new List<string>();
        Dictionary<string, double> recorded = Recorded();
        foreach (Sample sample in Samples)
        {
            double ratio = best[sample.Workload] / unit;
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

    private static Dictionary<string, double> Recorded() =>
        !File.Exists(RecordFile) ? [] : File.ReadLines(RecordFile).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));

    private sealed record Sample(string Workload, string Counts, params string[] Words)
    {
        /// <summary>CPU seconds for each of what is counted.</summary>
        public double Measure()
        {
            var parameters = new Parameters(Words);
            parameters.Scale = parameters.Number("scale", 100) / 100.0;
            using Workload workload = WorkloadTable.Create(Workload, parameters);
            var figures = new Figures();
            workload.Prepare();
            Meter.Measure(workload.Run, figures);
            workload.Report(figures);
            return figures.CpuSeconds / figures[Counts];
        }
    }
}
