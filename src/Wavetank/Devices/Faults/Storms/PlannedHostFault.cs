namespace Wavetank.Devices.Faults.Storms;

/// <summary>A host that crashes, is stopped, or is paused.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Host">The host's name.</param>
/// <param name="State">What it is meanwhile; not <see cref="HostState.Running"/>.</param>
public sealed record PlannedHostFault(TimeSpan At, TimeSpan For, string Host, HostState State) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => $"{Word}: {Host}";

    private string Word => State switch
    {
        HostState.Crashed => "crash",
        HostState.Stopped => "stop",
        HostState.Paused => "pause",
        _ => throw new InvalidOperationException($"To be {State} is no fault."),
    };

    /// <inheritdoc/>
    public override Fault Create(Network network) => State switch
    {
        HostState.Crashed => new CrashFault(FindHost(network, Host)),
        HostState.Stopped => new StopFault(FindHost(network, Host)),
        _ => new PauseFault(FindHost(network, Host)),
    };
}
