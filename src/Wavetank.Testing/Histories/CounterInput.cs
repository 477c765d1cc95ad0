using System.Globalization;

namespace Wavetank.Testing.Histories;

/// <summary>What is asked of a counter; made by <see cref="Counter"/>.</summary>
/// <param name="Amount">What to add, which may be negative; null to read.</param>
public readonly record struct CounterInput(long? Amount)
{
    /// <summary>Such as <c>add 3</c>.</summary>
    public override string ToString() => Amount is { } amount ? $"add {amount.ToString(CultureInfo.InvariantCulture)}" : "read";
}
