using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>
/// Delays by a table in netem's format (<c>.dist</c>): whole numbers that stand for 8192nds of the deviation, each equally likely, in any
/// order; lines that begin with # are comments.
/// </summary>
/// <param name="Mean">The mean, zero or more.</param>
/// <param name="Deviation">What 8192 in the table means, zero or more.</param>
/// <param name="Table">1 to 65,536 numbers from -32,768 to 32,767.</param>
public sealed record DistributionFileDelayOptions(TimeSpan Mean, TimeSpan Deviation, IReadOnlyList<short> Table) : DelayOptions
{
    private const double Scale = 8192;

    /// <summary>How much of each random number comes from the last one, 0 to 1; as in netem it narrows the distribution. Default 0.</summary>
    public double Correlation { get; init; }

    /// <summary>Reads the table from a file of at most 1 MiB.</summary>
    /// <exception cref="FormatException">It is no such table; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DistributionFileDelayOptions FromFile(TimeSpan mean, TimeSpan deviation, string path) => new(mean, deviation, ParseTable(BoundedFile.ReadLines(path)));

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckTime(Mean, nameof(Mean));
        Ranges.CheckTime(Deviation, nameof(Deviation));
        Ranges.CheckProbability(Correlation, nameof(Correlation));
        if (Table.Count is < 1 or > 65536)
        {
            throw new ArgumentOutOfRangeException(nameof(Table), Table.Count, "A table has 1 to 65536 numbers.");
        }
    }

    /// <inheritdoc/>
    public override DelayModel Create(RandomStream random) =>
        new TableDelay(Ranges.Nanoseconds(Mean), Ranges.Nanoseconds(Deviation), [.. Table.Order().Select(value => value / Scale)], Correlation, new CorrelatedRandom(random));

    internal static IReadOnlyList<short> ParseTable(IEnumerable<string> lines)
    {
        List<short> table = [];
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            foreach (string word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!short.TryParse(word, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out short value))
                {
                    throw new FormatException($"line {number}: \"{BoundedFile.Shorten(word)}\" is not a whole number from -32768 to 32767, as a table of netem's has them");
                }

                table.Add(value);
            }
        }

        return table.Count is >= 1 and <= 65536 ? table : throw new FormatException($"has {table.Count} numbers; a table has 1 to 65536");
    }
}
