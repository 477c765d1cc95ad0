using Wavetank.Scenarios.Units.Draws;
using static Wavetank.Scenarios.Units.Draws.DrawParameter;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of distributions.</summary>
internal static class DistributionKinds
{
    private const decimal LargestShape = 100;

    private const int LargestSpread = 1000;

    internal static readonly KindTable<DistributionKind> Table = new(
        "distribution",
        new DistributionKind("constant", "Always the same; a plain value means this.", "constant(10ms)", "constant(1KB)", [Quantity],
            a => new ConstantDraw(a.Steps(0))),
        new DistributionKind("uniform", "Anything from the first to the second, each equally likely.", "uniform(5ms, 15ms)", "uniform(64B, 1500B)",
            [Quantity, Quantity],
            a => new UniformDraw(a.Steps(0), a.Steps(1)),
            a => a.Steps(0) > a.Steps(1)
                ? $"the first value of uniform(…) is the least, but {a.Text(0)} is more than {a.Text(1)}; write uniform({a.Text(1)}, {a.Text(0)})"
                : null),
        new DistributionKind("exponential", "The gaps between events that happen independently at a steady average rate, by their mean.",
            "exponential(10ms)", "exponential(1KB)", [Quantity],
            a => new ExponentialDraw(a.Steps(0))),
        new DistributionKind("normal", "A bell curve, by its mean and standard deviation; what falls below zero is zero.",
            "normal(10ms, 2ms)", "normal(1KB, 200B)", [Quantity, Quantity],
            a => new NormalDraw(a.Steps(0), a.Steps(1))),
        new DistributionKind("lognormal", "Many small and a few large, by the mean and standard deviation of the draws themselves.",
            "lognormal(10ms, 20ms)", "lognormal(10KB, 20KB)", [Quantity, Quantity],
            a => new LognormalDraw(a.Steps(0), a.Steps(1)),
            a => a.Steps(0) == 0 || a.Steps(1) / a.Steps(0) >= LargestSpread
                ? $"the mean of lognormal(…), {a.Text(0)}, must be more than zero and more than a {LargestSpread}th of the standard deviation, {a.Text(1)}"
                : null),
        new DistributionKind("pareto", "A heavy tail, by the least and the tail's index: above 1, and the lower the heavier.",
            "pareto(10ms, 1.5)", "pareto(1KB, 1.2)", [Quantity, Number],
            a => new ParetoDraw(a.Steps(0), a.Number(1)),
            a => a.Number(1) is <= 1 or > LargestShape
                ? $"the index of pareto(…) is more than 1, so that there is a mean, and at most {LargestShape}, but {a.Text(1)} is not; write pareto({a.Text(0)}, 1.5)"
                : null),
        new DistributionKind("empirical", "One of the values in a file, which has one on each line; each line is equally likely.",
            "empirical(gaps.txt)", "empirical(sizes.txt)", [FileName],
            a => new EmpiricalDraw(a.File(0))));
}
