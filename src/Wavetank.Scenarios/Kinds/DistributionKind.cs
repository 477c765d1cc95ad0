using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A distribution that durations may be drawn from.</summary>
public sealed class DistributionKind : Kind
{
    private readonly Func<IReadOnlyList<Duration>, Distribution> _create;
    private readonly Func<IReadOnlyList<Duration>, string?> _check;

    internal DistributionKind(
        string name,
        string summary,
        string form,
        int parameterCount,
        Func<IReadOnlyList<Duration>, Distribution> create,
        Func<IReadOnlyList<Duration>, string?>? check = null)
        : base(name, summary)
    {
        Form = form;
        ParameterCount = parameterCount;
        _create = create;
        _check = check ?? (static _ => null);
    }

    /// <summary>How it is written: <c>uniform(5ms, 15ms)</c>.</summary>
    public string Form { get; }

    /// <summary>How many durations stand between the parentheses.</summary>
    public int ParameterCount { get; }

    internal string? Check(IReadOnlyList<Duration> arguments) => _check(arguments);

    internal Distribution Create(IReadOnlyList<Duration> arguments) => _create(arguments);
}
