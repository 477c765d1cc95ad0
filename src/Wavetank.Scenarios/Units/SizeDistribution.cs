using Wavetank.Engine;
using Wavetank.Scenarios.Units.Draws;

namespace Wavetank.Scenarios.Units;

/// <summary>Sizes drawn at random: <c>constant(1KB)</c>, <c>uniform(64B, 1500B)</c>, <c>pareto(1KB, 1.2)</c> and others.</summary>
/// <remarks>A plain size stands for a constant.</remarks>
public sealed record SizeDistribution : IReadsFile
{
    private readonly string _text;

    internal SizeDistribution(Draw draw, string text)
    {
        Draw = draw;
        _text = text;
    }

    internal Draw Draw { get; private init; }

    /// <summary>Always the same size.</summary>
    /// <param name="size">The size.</param>
    public static SizeDistribution Constant(ByteSize size) =>
        new(new ConstantDraw(size.Bytes), size.ToString());

    /// <summary>Reads a distribution, or a plain size as a constant.</summary>
    /// <param name="text">The text, for example <c>pareto(1KB, 1.2)</c>.</param>
    /// <param name="value">The distribution; null when the result is false.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a distribution.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out SizeDistribution? value, out string? problem)
    {
        bool ok = DistributionParser.TryParse(text, DrawnQuantity.Sizes, out Draw? draw, out string written, out problem);
        value = ok ? new SizeDistribution(draw!, written) : null;
        return ok;
    }

    /// <summary>The next size in bytes, not above <paramref name="most"/> and not below <paramref name="least"/>.</summary>
    internal long Next(RandomStream random, long least, long most) => Math.Clamp(Draw.Next(random), least, most);

    object IReadsFile.Load(string folder, out string? problem)
    {
        problem = null;
        return Draw is EmpiricalDraw empirical
            ? this with { Draw = empirical with { Values = EmpiricalFile.Read(DrawnQuantity.Sizes, folder, empirical.File, out problem) } }
            : this;
    }

    /// <summary>The way it is written: <c>uniform(64B, 1500B)</c>.</summary>
    public override string ToString() => _text;
}
