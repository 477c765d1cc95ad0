namespace Wavetank.Scenarios.Units;

/// <summary>A route that a scenario sets. Written <c>10.0.0.0/8 via core</c>, <c>default via core</c> or <c>server via core</c>.</summary>
/// <param name="To">A block of addresses, <c>default</c>, or a device.</param>
/// <param name="Via">The neighbour that it leads to.</param>
public sealed record RouteText(string To, string Via)
{
    /// <summary>The way it is written.</summary>
    public override string ToString() => $"{To} via {Via}";
}
