using Wavetank.Engine;

namespace Wavetank.Devices;

/// <summary>How a run ended, and what it was in figures.</summary>
public sealed class RunResult
{
    internal RunResult(Network network, RunEnd end)
    {
        End = end;
        Time = network.Now;
        LastEvent = network.Simulator.LastEvent;
        EventsFired = network.Simulator.EventsFired;
        PacketsSent = network.Events.PacketsSent;
        Digest = network.Events.DigestText;
        Waiting = WaitingTable.Create(network);
    }

    /// <summary>Why it ended.</summary>
    public RunEnd End { get; }

    /// <summary>The simulated time at its end.</summary>
    public SimulationTime Time { get; }

    /// <summary>When something last happened that was not in the background.</summary>
    public SimulationTime LastEvent { get; }

    /// <summary>Events fired since the start of the simulation.</summary>
    public long EventsFired { get; }

    /// <summary>IP packets that hosts sent since the start of the simulation.</summary>
    public long PacketsSent { get; }

    /// <summary>The trace digest: 16 hexadecimal digits, the same for the same run.</summary>
    public string Digest { get; }

    /// <summary>What each program that has not ended waits for.</summary>
    public IReadOnlyList<WaitingProgram> Waiting { get; }

    /// <summary>The end and its time in a line, and the programs that wait as a table.</summary>
    public override string ToString()
    {
        string line = $"{End} at {Time}: {EventsFired} events, {PacketsSent} packets, digest {Digest}";
        return Waiting.Count == 0 ? line : line + '\n' + WaitingTable.Format(Waiting);
    }
}
