namespace Wavetank.Scenarios.Kinds;

/// <summary>The values of a list, in the order of the file.</summary>
internal sealed record ListValue(IReadOnlyList<object> Items)
{
    /// <summary>As a scenario writes it.</summary>
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}
