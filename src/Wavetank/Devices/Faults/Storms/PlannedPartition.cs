namespace Wavetank.Devices.Faults.Storms;

/// <summary>Two sets of hosts that cannot reach each other.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="First">The names of the hosts on one side.</param>
/// <param name="Second">The names of the hosts on the other side.</param>
/// <param name="IsOneWay">Whether only what goes from the first to the second is stopped.</param>
public sealed record PlannedPartition(TimeSpan At, TimeSpan For, IReadOnlyList<string> First, IReadOnlyList<string> Second, bool IsOneWay)
    : PlannedFault(At, For)
{
    /// <summary>Whether what is stopped is held and delivered at the end. Default: it is lost.</summary>
    public bool Holds { get; init; }

    /// <inheritdoc/>
    public override string Action =>
        $"partition: [{string.Join(", ", First)}], from: [{string.Join(", ", Second)}]{(IsOneWay ? ", one-way: on" : "")}{(Holds ? ", hold: on" : "")}";

    /// <inheritdoc/>
    public override Fault Create(Network network) =>
        new PartitionFault(First.Select(name => FindHost(network, name)), Second.Select(name => FindHost(network, name))) { IsOneWay = IsOneWay, Holds = Holds };
}
