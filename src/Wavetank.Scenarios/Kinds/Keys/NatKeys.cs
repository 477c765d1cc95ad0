using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of an address translator.</summary>
internal static class NatKeys
{
    internal static readonly Option<NatBehaviorKind> Mapping = Option<NatBehaviorKind>.WithDefault(
        "mapping", ValueFormats.KindOf(NatBehaviorKinds.Table), NatBehaviorKinds.EndpointIndependent, "Which flows from one port inside share a port outside.");

    internal static readonly Option<NatBehaviorKind> Filtering = Option<NatBehaviorKind>.WithDefault(
        "filtering", ValueFormats.KindOf(NatBehaviorKinds.Table), NatBehaviorKinds.AddressAndPortDependent, "From whom a port outside takes packets, of those that something was sent to from it.");

    internal static readonly Option<bool> Hairpinning = Option<bool>.WithDefault(
        "hairpinning", ValueFormats.Switch, true, "Whether hosts inside reach each other by the outside address.");

    internal static readonly Option<bool> PreservePorts = Option<bool>.WithDefault(
        "preserve-ports", ValueFormats.Switch, true, "Whether a port outside is that inside, where it is free; otherwise it is drawn at random.");

    internal static readonly ListOption<ForwardText> Forwards = new(
        "forwards", new ValueFormat<ForwardText>("forwarded port", "tcp or udp, a port, to, and an endpoint inside", "tcp 8080 to server:80", RoutingText.TryParseForward),
        "Ports outside that always lead to a host inside.");

    internal static readonly IReadOnlyList<Option> All =
        [Mapping, Filtering, Hairpinning, PreservePorts, Forwards, .. FlowKeys.All, RouterKeys.Routes];

    internal static NatOptions ToOptions(OptionValues values) => new()
    {
        Outside = FlowKeys.OutsideOf(values),
        Mapping = values.Get(Mapping).Behavior,
        Filtering = values.Get(Filtering).Behavior,
        Hairpinning = values.Get(Hairpinning),
        PreservesPorts = values.Get(PreservePorts),
        Forwards = [.. values.Get(Forwards).Select(item => new PortForward(
            item.IsTcp ? ProtocolType.Tcp : ProtocolType.Udp, item.Port, item.To.Device, item.To.Port!.Value))],
        Flows = FlowKeys.ToOptions(values),
    };
}
