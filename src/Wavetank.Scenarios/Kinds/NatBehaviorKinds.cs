using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of behaviours of address translators, in the words of RFC 4787.</summary>
internal static class NatBehaviorKinds
{
    internal static readonly KindTable<NatBehaviorKind> Table = new(
        "behaviour",
        new NatBehaviorKind("endpoint-independent", "The same for whoever is outside.", NatBehavior.EndpointIndependent),
        new NatBehaviorKind("address-dependent", "By the address outside.", NatBehavior.AddressDependent),
        new NatBehaviorKind("address-and-port-dependent", "By the address and the port outside; a mapping of this sort is called symmetric.",
            NatBehavior.AddressAndPortDependent));

    internal static readonly NatBehaviorKind EndpointIndependent = Table.Rows[0];

    internal static readonly NatBehaviorKind AddressAndPortDependent = Table.Rows[2];
}
