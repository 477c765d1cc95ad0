namespace Wavetank.Devices.Topologies;

/// <summary>A link of a plan.</summary>
/// <param name="First">The device at its first end; forward leads away from it.</param>
/// <param name="Second">The device at its second end.</param>
/// <param name="Group">The name of the links that it belongs with, such as <see cref="AccessLinks"/>; they have their conditions in common.</param>
public sealed record PlannedLink(string First, string Second, string Group)
{
    /// <summary>Links of hosts.</summary>
    public const string AccessLinks = "access-links";

    /// <summary>Links between devices that pass packets on.</summary>
    public const string CoreLinks = "core-links";

    /// <summary>Its name, unique in the plan. Default: <c>first-second</c>, then <c>first-second-2</c> and so on.</summary>
    public string? Name { get; init; }

    /// <summary>What it says of the direction from the first device to the second, over what its group has.</summary>
    public PlannedConditions Forward { get; init; } = PlannedConditions.None;

    /// <summary>What it says of the direction from the second device to the first.</summary>
    public PlannedConditions Backward { get; init; } = PlannedConditions.None;
}
