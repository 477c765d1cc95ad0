using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Results;

/// <summary>Whether an expectation of the scenario held.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Measured">The figure in the metric's base unit: a count, bytes, nanoseconds or bits per second; null where nothing was measured.</param>
public sealed record ExpectationResult(Expectation Expectation, decimal? Measured)
{
    /// <summary>Whether it held. What was never measured does not hold.</summary>
    public bool Holds => Measured is { } measured && Expectation.HoldsFor(measured);
}
