namespace Wavetank.Testing.Histories;

/// <summary>What is asked of a register; made by <see cref="Register"/>.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="Kind">Which call.</param>
/// <param name="Value">What is to be written.</param>
/// <param name="Expected">What must be there for a compare-and-set to write.</param>
public readonly record struct RegisterInput<T>(RegisterCallKind Kind, T? Value = default, T? Expected = default)
{
    /// <summary>Such as <c>write 3</c>.</summary>
    public override string ToString() => Kind switch
    {
        RegisterCallKind.Write => $"write {ValueText.Of(Value)}",
        RegisterCallKind.CompareAndSet => $"set {ValueText.Of(Value)} if {ValueText.Of(Expected)}",
        _ => "read",
    };
}
