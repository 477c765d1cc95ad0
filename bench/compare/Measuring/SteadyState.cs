using Wavetank.Compare.Workloads;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;

namespace Wavetank.Compare.Measuring;

/// <summary>A stretch of a workload's simulated time in which everything is warm, and what is allocated in it.</summary>
/// <param name="Workload">A workload and its parameters.</param>
/// <param name="From">The beginning, in simulated seconds.</param>
/// <param name="Until">The end.</param>
internal sealed record SteadyState(string Workload, double From, double Until)
{
    /// <summary>What is held to allocate nothing.</summary>
    public static readonly IReadOnlyList<SteadyState> Rows =
    [
        new("echo", 50, 150),
        new("dumbbell flows=1", 30, 60),
        new("dumbbell flows=10", 30, 60),
        new("star", 2, 10),
        new("mm1", 5000, 10_000),
    ];

    public Outcome Measure()
    {
        string[] words = Workload.Split(' ');
        using var workload = (SimulatedWorkload)WorkloadTable.Create(words[0], new Parameters(words[1..]));
        workload.Prepare();
        Outcome first = default, last = default;

        // Bytes are read last before the stretch and first behind it: counting packets allocates.
        workload.Network.At(TimeSpan.FromSeconds(From), () => first = Count(workload.Network) with { Bytes = GC.GetAllocatedBytesForCurrentThread() });
        workload.Network.At(TimeSpan.FromSeconds(Until), () =>
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            last = Count(workload.Network) with { Bytes = bytes };
        });
        workload.Run();
        return new Outcome(last.Bytes - first.Bytes, last.Packets - first.Packets, last.Events - first.Events);
    }

    private static Outcome Count(Network network) => new(
        0, network.Links.Sum(link => link.ForwardStatistics.SentPackets + link.BackwardStatistics.SentPackets), network.Simulator.EventsFired);

    public readonly record struct Outcome(long Bytes, long Packets, long Events)
    {
        /// <summary>
        /// Whether no packet allocates. A pool may still grow by a few packets when more than ever are under way, as in a recovery from
        /// losses: less than a byte for 32 packets, when the smallest object has 24.
        /// </summary>
        public bool IsClean => Bytes * 32 <= Packets;
    }
}
