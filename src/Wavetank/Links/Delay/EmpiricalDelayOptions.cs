using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>Delays that were measured: each packet takes one of them, each equally likely.</summary>
/// <param name="Delays">1 to 100,000 delays of zero or more, in any order.</param>
public sealed record EmpiricalDelayOptions(IReadOnlyList<TimeSpan> Delays) : DelayOptions
{
    private const int Most = 100_000;

    /// <summary>How much of each random number comes from the last one, 0 to 1: long delays then follow long ones. Default 0.</summary>
    public double Correlation { get; init; }

    /// <summary>Reads a file of at most 1 MiB with one delay in each line, a number and a unit (ns, us, ms, s); # begins a comment.</summary>
    /// <exception cref="FormatException">It is no such list; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EmpiricalDelayOptions FromFile(string path) => new(ParseDelays(BoundedFile.ReadLines(path)));

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckProbability(Correlation, nameof(Correlation));
        if (Delays.Count is < 1 or > Most || Delays.Any(delay => delay < TimeSpan.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(Delays), Delays.Count, $"There are 1 to {Most} delays of zero or more.");
        }
    }

    /// <inheritdoc/>
    public override DelayModel Create(RandomStream random) =>
        new TableDelay(0, 1, [.. Delays.Order().Select(delay => (double)Ranges.Nanoseconds(delay))], Correlation, new CorrelatedRandom(random));

    internal static IReadOnlyList<TimeSpan> ParseDelays(IEnumerable<string> lines)
    {
        List<TimeSpan> delays = [];
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            string text = line.Split('#')[0].Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (!TryParse(text, out TimeSpan delay))
            {
                throw new FormatException($"line {number}: \"{BoundedFile.Shorten(text)}\" is not a delay; write a number and a unit (ns, us, ms, s), such as 12.5ms");
            }

            delays.Add(delay);
        }

        return delays.Count is >= 1 and <= Most ? delays : throw new FormatException($"has {delays.Count} delays; a list has 1 to {Most}");
    }

    private static bool TryParse(string text, out TimeSpan delay)
    {
        (string Unit, decimal Ticks)[] units = [("ns", 0.01m), ("us", 10), ("ms", 10_000), ("s", 10_000_000)];
        delay = default;
        foreach ((string unit, decimal ticks) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && decimal.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
                && value * ticks <= TimeSpan.TicksPerDay)
            {
                delay = TimeSpan.FromTicks((long)(value * ticks));
                return true;
            }
        }

        return false;
    }
}
