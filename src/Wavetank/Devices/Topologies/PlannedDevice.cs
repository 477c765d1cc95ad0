using Wavetank.Links.Places;

namespace Wavetank.Devices.Topologies;

/// <summary>A device of a plan.</summary>
/// <param name="Name">Its name, unique in the plan.</param>
/// <param name="Kind">What it is.</param>
public sealed record PlannedDevice(string Name, PlannedDeviceKind Kind)
{
    /// <summary>The name of the devices that it belongs with, such as <c>host</c> for <c>host-7</c>. Default none.</summary>
    public string? Group { get; init; }

    /// <summary>Where it stands: a link between two places that says no delay has that of the distance. Default unknown.</summary>
    public Place? Place { get; init; }
}
