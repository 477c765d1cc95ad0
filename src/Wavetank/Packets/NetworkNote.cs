using Wavetank.Engine;

namespace Wavetank.Packets;

/// <summary>Something that happened to the network and not to a packet: a fault began, or ended.</summary>
/// <param name="Time">When.</param>
/// <param name="IsBegin">Whether it began; otherwise it ended.</param>
/// <param name="Kind">What, such as <c>cut</c>.</param>
/// <param name="Target">To what, such as <c>client-server</c>.</param>
/// <param name="Details">What else there is to say, such as <c>loss: 30%</c>; null for nothing.</param>
public sealed record NetworkNote(SimulationTime Time, bool IsBegin, string Kind, string Target, string? Details)
{
    /// <summary>Such as <c>2.000000000 s: cut client-server begins</c>.</summary>
    public override string ToString() =>
        $"{Time}: {Kind} {Target}{(Details is null ? "" : $" ({Details})")} {(IsBegin ? "begins" : "ends")}";
}
