namespace Wavetank.Devices;

/// <summary>What a firewall lets pass.</summary>
public sealed record FirewallOptions
{
    /// <summary>The interface that leads outside, such as <c>eth1</c>. Default <c>eth0</c>: the link that was plugged in first.</summary>
    public string Outside { get; init; } = "eth0";

    /// <summary>
    /// The rules, in their order: the first that matches the first packet of a flow decides on the flow. Default: one that allows what
    /// goes outward.
    /// </summary>
    public IReadOnlyList<FirewallRule> Rules { get; init; } = [new FirewallRule(FirewallAction.Allow) { Direction = FirewallDirection.Outward }];

    /// <summary>What is done with flows that no rule matches. Default deny.</summary>
    public FirewallAction Default { get; init; } = FirewallAction.Deny;

    /// <summary>How long, and how many, flows are remembered. Default: as the RFCs recommend.</summary>
    public FlowOptions Flows { get; init; } = new();

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Flows);
        Flows.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(Outside);
        ArgumentNullException.ThrowIfNull(Rules);
    }
}
