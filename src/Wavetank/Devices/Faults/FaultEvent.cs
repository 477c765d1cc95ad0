using Wavetank.Engine;

namespace Wavetank.Devices.Faults;

/// <summary>The begin or the end of a fault, as it happened.</summary>
/// <param name="Time">When.</param>
/// <param name="Fault">Which.</param>
/// <param name="IsBegin">Whether it began; otherwise it ended.</param>
public sealed record FaultEvent(SimulationTime Time, Fault Fault, bool IsBegin)
{
    /// <summary>Such as <c>2.000000000 s: cut client-server begins</c>.</summary>
    public override string ToString() => $"{Time}: {Fault} {(IsBegin ? "begins" : "ends")}";
}
