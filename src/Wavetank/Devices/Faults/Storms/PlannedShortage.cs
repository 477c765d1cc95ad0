using System.Globalization;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>A host that runs out of something, or whose names fail.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Of">What it lacks.</param>
/// <param name="Port">The port, of a full listen queue; otherwise 0.</param>
public sealed record PlannedShortage(TimeSpan At, TimeSpan For, string Host, Shortage Of, int Port = 0) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => Of switch
    {
        Shortage.Ports => $"exhaust-ports: {Host}",
        Shortage.ListenQueue => string.Create(CultureInfo.InvariantCulture, $"fill-listen-queue: \"{Host}:{Port}\""),
        Shortage.Names => $"fail-names: {Host}",
        _ => $"fail-name-server: {Host}",
    };

    /// <inheritdoc/>
    public override Fault Create(Network network) => Of switch
    {
        Shortage.Ports => new PortExhaustionFault(FindHost(network, Host)),
        Shortage.ListenQueue => new FullListenQueueFault(FindHost(network, Host), Port),
        Shortage.Names => new NameFailureFault(FindHost(network, Host)),
        _ => new NameServerFault(FindHost(network, Host)),
    };
}
