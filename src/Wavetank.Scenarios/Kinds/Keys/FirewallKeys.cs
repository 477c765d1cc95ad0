using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a firewall.</summary>
internal static class FirewallKeys
{
    internal static readonly ListOption<FirewallRule> Rules = new(
        "rules", new ValueFormat<FirewallRule>("rule", "allow, deny or reject, a protocol, inward or outward, from and to whom, each with a port", "allow tcp to server port 80", RoutingText.TryParseRule),
        "The first rule that matches the first packet of a flow decides on the flow; allow outward when absent.");

    internal static readonly Option<FirewallActionKind> Default = Option<FirewallActionKind>.WithDefault(
        "default", ValueFormats.KindOf(FirewallActionKinds.Table), FirewallActionKinds.Deny, "What is done with flows that no rule matches.");

    internal static readonly IReadOnlyList<Option> All = [Rules, Default, .. FlowKeys.All, RouterKeys.Routes];

    internal static FirewallOptions ToOptions(OptionValues values)
    {
        var options = new FirewallOptions();
        return options with
        {
            Outside = FlowKeys.OutsideOf(values),
            Rules = values.Has(Rules) ? values.Get(Rules) : options.Rules,
            Default = values.Get(Default).Action,
            Flows = FlowKeys.ToOptions(values),
        };
    }
}
