using System.Globalization;
using Wavetank.Packets;

namespace Wavetank.Compare.Parallel;

/// <summary>
/// What several cores could make of a run, if every packet event cost the same and handing over cost nothing: an upper bound.
/// </summary>
/// <param name="Processes">Logical processes.</param>
/// <param name="LookAhead">The least delay between two of them, in nanoseconds.</param>
/// <param name="Events">Packet events of the run: its length on one core.</param>
/// <param name="CriticalPath">The longest chain of events of which each needs the one before.</param>
/// <param name="Windows">Stretches as long as the look-ahead in which something happens.</param>
/// <param name="Windowed">Length of the run on 2, 4, 8 and unlimited cores that meet at the end of each window.</param>
internal sealed record SpeedUp(int Processes, long LookAhead, int Events, long CriticalPath, int Windows, IReadOnlyList<long> Windowed)
{
    public const string Heading = """
        | run | processes | look-ahead | packet events | critical path | events / critical path | events per window | 2 cores | 4 cores | 8 cores | any number |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    private static readonly int[] Cores = [2, 4, 8, int.MaxValue];

    public static SpeedUp Of(EventTrace trace)
    {
        var processes = new Processes(trace);
        int[] owners = [.. trace.Entries.Select(entry => processes.Of[entry.Device])];
        (int windows, IReadOnlyList<long> windowed) = InWindows(trace, owners, processes);
        return new SpeedUp(processes.Count, processes.LookAhead, owners.Length, LongestChain(trace, owners, processes.Count), windows, windowed);
    }

    public string ToRow(string name)
    {
        string windowed = string.Join(" | ", Windowed.Select(length => Ratio(Events, length)));
        return $"| {name} | {Processes} | {(LookAhead / 1e6).ToString("0.###", CultureInfo.InvariantCulture)} ms | {Events} | {CriticalPath} "
            + $"| {Ratio(Events, CriticalPath)} | {Ratio(Events, Windows)} | {windowed} |";
    }

    /// <summary>An event needs the one before it in its process, and an arrival needs the sending.</summary>
    private static long LongestChain(EventTrace trace, int[] owners, int processes)
    {
        long[] last = new long[processes];
        var sent = new Dictionary<(int Point, long Packet), long>();
        for (int i = 0; i < owners.Length; i++)
        {
            EventTrace.Entry entry = trace.Entries[i];
            long cause = entry.Kind == PacketEventKind.Arrived ? sent.GetValueOrDefault((entry.Point, entry.Packet)) : 0;
            long depth = Math.Max(last[owners[i]], cause) + 1;
            last[owners[i]] = depth;
            if (entry.Kind == PacketEventKind.Sent)
            {
                sent[(entry.Point, entry.Packet)] = depth;
            }
        }

        return last.DefaultIfEmpty(0).Max();
    }

    /// <summary>All cores run the same window; the slowest core is its length. Processes belong to a core for the whole run.</summary>
    private static (int Windows, IReadOnlyList<long> Lengths) InWindows(EventTrace trace, int[] owners, Processes processes)
    {
        long[] lengths = new long[Cores.Length];
        int[][] placed = [.. Cores.Select(cores => Place(owners, processes.Count, Math.Min(cores, processes.Count)))];
        int windows = 0;
        for (int first = 0; first < owners.Length; windows++)
        {
            long end = processes.LookAhead == 0 ? long.MaxValue : trace.Entries[first].Time + processes.LookAhead;
            int next = first;
            while (next < owners.Length && trace.Entries[next].Time < end)
            {
                next++;
            }

            for (int i = 0; i < Cores.Length; i++)
            {
                int[] placement = placed[i];
                lengths[i] += owners.AsSpan(first, next - first).ToArray().GroupBy(owner => placement[owner]).Max(group => group.Count());
            }

            first = next;
        }

        return (windows, lengths);
    }

    /// <summary>Gives the busiest processes first, each to the core that has least to do.</summary>
    private static int[] Place(int[] owners, int processes, int cores)
    {
        int[] work = new int[processes], placement = new int[processes];
        foreach (int owner in owners)
        {
            work[owner]++;
        }

        long[] load = new long[Math.Max(1, cores)];
        foreach (int process in Enumerable.Range(0, processes).OrderByDescending(process => work[process]))
        {
            int core = Array.IndexOf(load, load.Min());
            placement[process] = core;
            load[core] += work[process];
        }

        return placement;
    }

    private static string Ratio(long whole, long part) => (whole / (double)Math.Max(1, part)).ToString("0.00", CultureInfo.InvariantCulture);
}
