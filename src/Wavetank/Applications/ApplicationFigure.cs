namespace Wavetank.Applications;

/// <summary>A figure of one application that several can be put together from: a sum, a mean by weight, the most, or the least.</summary>
public readonly record struct ApplicationFigure
{
    private readonly double _sum;
    private readonly double _weight;
    private readonly Combination _combination;

    private ApplicationFigure(double sum, double weight, Combination combination)
    {
        _sum = sum;
        _weight = weight;
        _combination = combination;
    }

    private enum Combination
    {
        Sum,
        Mean,
        Most,
        Least,
    }

    /// <summary>The figure in its metric's unit (nanoseconds, bytes, bits per second, a part of 1, a number); null for the mean of nothing.</summary>
    public double? Value => _combination != Combination.Mean ? _sum : _weight > 0 ? _sum / _weight : null;

    /// <summary>What adds up over applications.</summary>
    internal static ApplicationFigure Sum(double value) => new(value, 0, Combination.Sum);

    /// <summary>A quotient; over applications, that of the sums.</summary>
    internal static ApplicationFigure Mean(double sum, double weight) => new(sum, weight, Combination.Mean);

    /// <summary>Of which the largest stands for several applications.</summary>
    internal static ApplicationFigure Most(double value) => new(value, 0, Combination.Most);

    /// <summary>Of which the smallest stands for several applications.</summary>
    internal static ApplicationFigure Least(double value) => new(value, 0, Combination.Least);

    /// <summary>This and another application's figure of the same metric together.</summary>
    /// <param name="other">The other's.</param>
    public ApplicationFigure With(ApplicationFigure other) => _combination switch
    {
        Combination.Most => Most(Math.Max(_sum, other._sum)),
        Combination.Least => Least(Math.Min(_sum, other._sum)),
        _ => new ApplicationFigure(_sum + other._sum, _weight + other._weight, _combination),
    };
}
