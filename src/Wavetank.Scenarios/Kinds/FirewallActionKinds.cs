using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of what a firewall may do.</summary>
internal static class FirewallActionKinds
{
    internal static readonly KindTable<FirewallActionKind> Table = new(
        "action",
        new FirewallActionKind("allow", "It passes.", FirewallAction.Allow),
        new FirewallActionKind("deny", "It is dropped without a word.", FirewallAction.Deny),
        new FirewallActionKind("reject", "It is dropped, and its sender told.", FirewallAction.Reject));

    internal static readonly FirewallActionKind Deny = Table.Rows[1];
}
