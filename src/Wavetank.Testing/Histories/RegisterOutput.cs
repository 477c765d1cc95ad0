namespace Wavetank.Testing.Histories;

/// <summary>
/// What a register answers. A value read converts to it by itself: <c>call.End(3)</c>; a write ends with <c>call.End()</c>; a compare-and-set with
/// <c>call.End(Register.Swapped&lt;int&gt;(true))</c>.
/// </summary>
/// <typeparam name="T">What the register holds.</typeparam>
/// <param name="Value">What was read.</param>
/// <param name="IsSwapped">Whether a compare-and-set wrote.</param>
public readonly record struct RegisterOutput<T>(T? Value, bool IsSwapped = false)
{
    /// <summary>What was read.</summary>
    public static implicit operator RegisterOutput<T>(T value) => new(value);

    /// <summary>The value, or whether it was swapped.</summary>
    public override string ToString() => IsSwapped ? "swapped" : ValueText.Of(Value);
}
