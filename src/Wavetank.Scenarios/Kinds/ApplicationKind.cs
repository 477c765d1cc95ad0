using Wavetank.Applications;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A program that is built in and that a scenario may run on its hosts.</summary>
public sealed class ApplicationKind : Kind
{
    private readonly Func<ApplicationContext, Application> _create;

    internal ApplicationKind(
        string name,
        string summary,
        IReadOnlyList<Option> options,
        IReadOnlyList<MetricKind> metrics,
        Func<ApplicationContext, Application> create)
        : base(name, summary)
    {
        Options = options;
        Metrics = metrics;
        _create = create;
    }

    /// <summary>What may be set, beside what every application has (<c>on</c>, <c>run</c>, <c>name</c>, <c>start</c>).</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>What it measures.</summary>
    public IReadOnlyList<MetricKind> Metrics { get; }

    /// <summary>What its count counts.</summary>
    public required CountedWords Counts { get; init; }

    /// <summary>What it reports row by row; null for nothing.</summary>
    public ReportKind? Report { get; init; }

    /// <summary>Options of which a scenario gives exactly one; empty when there are none such.</summary>
    internal IReadOnlyList<Option> OneOf { get; init; } = [];

    /// <summary>Says what is wrong with values that are right each for itself, and which option has it; null where nothing is.</summary>
    internal Func<OptionValues, (Option Option, string Problem)?> Check { get; init; } = static _ => null;

    /// <summary>Whether it waits for others without end, so that a run is complete although it still waits.</summary>
    internal bool IsServer { get; init; }

    /// <summary>Makes the application as a scenario wants it.</summary>
    internal Application Create(ApplicationContext context) => _create(context);
}
