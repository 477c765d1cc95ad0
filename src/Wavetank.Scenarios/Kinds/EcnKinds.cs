using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of what may be done about explicit congestion notification (RFC 3168).</summary>
internal static class EcnKinds
{
    internal static readonly KindTable<EcnKind> Table = new(
        "ECN mode",
        new EcnKind("accept", "Used where the peer asks for it.", EcnMode.Accept),
        new EcnKind("on", "Asked for, and accepted.", EcnMode.Request),
        new EcnKind("off", "Neither asked for nor accepted.", EcnMode.Off));
}
