namespace Wavetank.Testing;

/// <summary>What a test drew from its seed, for the message of a failure.</summary>
/// <param name="Name">What for, such as <c>delay</c>.</param>
/// <param name="Value">What was drawn, in words.</param>
public sealed record Choice(string Name, string Value)
{
    /// <summary>Such as <c>delay: 37 ms</c>.</summary>
    public override string ToString() => $"{Name}: {Value}";
}
