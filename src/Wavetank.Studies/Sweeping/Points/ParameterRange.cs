using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>A range that a Latin hypercube draws values from.</summary>
/// <param name="Path">As <c>--set</c> names it.</param>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end, in the same unit.</param>
/// <param name="IsLogarithmic">Whether equal parts of it are equal factors, not equal differences.</param>
internal sealed record ParameterRange(string Path, Quantity Low, Quantity High, bool IsLogarithmic)
{
    private const string Dots = "..", Logarithmic = "/log";

    /// <summary>Whether its values are the whole numbers from end to end, both of them among these.</summary>
    internal bool IsCount => Low.Unit is QuantityUnit.Packets || (Low.Unit == QuantityUnit.None && IsInteger(Low) && IsInteger(High));

    /// <summary>Reads <c>PATH=LOW..HIGH</c> or <c>PATH=LOW..HIGH/log</c>.</summary>
    /// <exception cref="SweepException">It is none.</exception>
    internal static ParameterRange Parse(string text)
    {
        int equals = text.IndexOf('=');
        string path = equals < 0 ? "" : text[..equals].Trim();
        string range = text[(equals + 1)..].Trim();
        bool isLogarithmic = range.EndsWith(Logarithmic, StringComparison.Ordinal);
        string ends = isLogarithmic ? range[..^Logarithmic.Length] : range;
        int dots = ends.IndexOf(Dots, StringComparison.Ordinal);
        if (path.Length == 0 || dots < 0 || !Quantity.TryParse(ends[..dots], out Quantity low) || !Quantity.TryParse(ends[(dots + Dots.Length)..], out Quantity high))
            throw Problem(text, "is not PATH=LOW..HIGH; write one such as links.bottleneck.rate=1Mbps..100Mbps, with /log behind it for equal factors");
        if (path == "seed")
            throw Problem(text, "the seeds of a sweep are given by --seeds, such as --seeds 1..20");
        if (low.Unit != high.Unit)
            throw Problem(text, "goes from one unit to another; write both ends in units of one quantity");
        if (high.Value <= low.Value)
            throw Problem(text, "is no range; write the lower end first, then a higher one");
        if (isLogarithmic && low.Value == 0)
            throw Problem(text, "begins at 0, from where no factor leads on; begin higher, or leave /log away");
        return new ParameterRange(path, low, high, isLogarithmic);
    }

    /// <summary>As it is given.</summary>
    public override string ToString() => $"{Path}={Low}{Dots}{High}{(IsLogarithmic ? Logarithmic : "")}";

    private static bool IsInteger(Quantity quantity) => quantity.Value == decimal.Truncate(quantity.Value);

    private static SweepException Problem(string text, string message) => new($"--range {Quoted.Plain(text)}: {message}");
}
