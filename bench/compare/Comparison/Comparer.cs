using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Comparison;

/// <summary>
/// Runs the rows: each side as a process of its own, one after the other, and all of it again and again, so that whatever else the
/// machine does meets every side alike.
/// </summary>
internal sealed class Comparer(IReadOnlyList<Row> rows, IReadOnlyList<GrowthRow> growth, int ns3Times, TextWriter progress)
{
    public RunLog Run(int times)
    {
        var log = new RunLog();
        for (int i = 0; i < times; i++)
        {
            foreach (Row row in rows)
            {
                foreach (Side side in Enum.GetValues<Side>())
                {
                    if (row.CommandOf(side) is { } command && (side != Side.Ns3 || (i < ns3Times && Ns3.Has(command.Split(' ')[0]))))
                    {
                        Measure(log, row.Name, side, side == Side.Ns3 ? command : $"{command} warm={row.WarmUp}", $"{i + 1} of {times}");
                    }
                }
            }

            foreach (GrowthRow row in growth)
            {
                foreach (int size in row.Sizes)
                {
                    Measure(log, row.NameOf(size), Side.Wavetank, $"{row.Wavetank} {row.Parameter}={size}", $"{i + 1} of {times}");
                }
            }
        }

        return log;
    }

    private void Measure(RunLog log, string name, Side side, string command, string turn)
    {
        progress.Write($"{turn}  {name,-22} {side,-9} ");
        Figures figures = ChildRun.Run(side, command);
        log.Add(name, side, figures);
        progress.WriteLine($"{Numbers.Short(figures.CpuSeconds)} s");
    }
}
