namespace Wavetank.Scenarios.Kinds;

/// <summary>The least and the most that an option takes, both included.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal abstract class ValueRange<T>
{
    internal abstract bool Contains(T value);
}
