using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>What a firewall may do with a flow.</summary>
public sealed class FirewallActionKind : Kind
{
    internal FirewallActionKind(string name, string summary, FirewallAction action)
        : base(name, summary) => Action = action;

    internal FirewallAction Action { get; }
}
