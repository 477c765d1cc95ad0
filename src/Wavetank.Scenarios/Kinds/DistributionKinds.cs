using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of distributions.</summary>
internal static class DistributionKinds
{
    internal static readonly KindTable<DistributionKind> Table = new(
        "distribution",
        new DistributionKind("constant", "Always the same duration; a plain duration means this.", "constant(10ms)", 1,
            a => new ConstantDistribution(a[0])),
        new DistributionKind("uniform", "Any duration from the first to the second, each equally likely.", "uniform(5ms, 15ms)", 2,
            a => new UniformDistribution(a[0], a[1]),
            a => a[0] > a[1] ? $"the first duration of uniform(…) is the least, but {a[0]} is more than {a[1]}; write uniform({a[1]}, {a[0]})" : null),
        new DistributionKind("exponential", "The gaps between events that happen independently at a steady average rate, by their mean.",
            "exponential(10ms)", 1,
            a => new ExponentialDistribution(a[0])));
}
