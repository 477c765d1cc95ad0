namespace Wavetank.Cli.Tables;

/// <summary>A column of a <see cref="PlainTable"/>.</summary>
/// <param name="Header">What stands over it.</param>
/// <param name="IsRight">Whether its cells are set right, as numbers are.</param>
/// <param name="Wraps">Whether its cells may be broken into lines where the terminal is narrow.</param>
/// <param name="Gap">Spaces behind it.</param>
internal sealed record Column(string Header, bool IsRight, bool Wraps, int Gap)
{
    private const int DefaultGap = 2;

    /// <summary>A column of names, which are never broken.</summary>
    internal static Column Name(string header) => new(header, IsRight: false, Wraps: false, DefaultGap);

    /// <summary>A column of words, which are broken where there is no room for them.</summary>
    internal static Column Words(string header) => new(header, IsRight: false, Wraps: true, DefaultGap);

    /// <summary>A column of numbers with their units.</summary>
    internal static Column Number(string header, int gap = DefaultGap) => new(header, IsRight: true, Wraps: false, gap);
}
