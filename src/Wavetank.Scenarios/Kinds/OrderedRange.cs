namespace Wavetank.Scenarios.Kinds;

/// <summary>A range of values that have an order.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class OrderedRange<T> : ValueRange<T>
    where T : struct, IComparable<T>
{
    internal OrderedRange(T minimum, T? maximum = null)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    internal T Minimum { get; }

    /// <summary>Null when there is none but the format's own.</summary>
    internal T? Maximum { get; }

    internal override bool Contains(T value) =>
        value.CompareTo(Minimum) >= 0 && (Maximum is not T maximum || value.CompareTo(maximum) <= 0);

    public override string ToString() => Maximum is T maximum ? $"{Minimum} to {maximum}" : $"{Minimum} or more";
}
