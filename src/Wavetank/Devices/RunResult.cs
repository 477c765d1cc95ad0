using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>How a run ended, and what it was in figures.</summary>
public sealed class RunResult
{
    private readonly Network _network;
    private string? _report;

    internal RunResult(Network network, RunEnd end)
    {
        _network = network;
        End = end;
        Time = network.Now;
        LastEvent = network.Simulator.LastEvent;
        EventsFired = network.Simulator.EventsFired;
        PacketsSent = network.Events.PacketsSent;
        Digest = network.Events.DigestText;
        Waiting = WaitingTable.Create(network);
        Failure = network.Simulator.Loop.FirstFailure;
        Unobserved = [.. network.Simulator.UnobservedFailures];
        Escapes = network.Simulator.Escapes;
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

    /// <summary>Every program of the network in the order in which they were started, with its host, its state and its exit code: <see cref="ProgramTable.All"/>.</summary>
    public IReadOnlyList<SimulatedProgram> Programs => _network.Simulator.Programs.All;

    /// <summary>What programs wrote to the console since the start of the simulation: <see cref="ProgramConsole.Lines"/>.</summary>
    public IReadOnlyList<OutputLine> Output => _network.Simulator.Console.Lines;

    /// <summary>
    /// Of a run that ended <see cref="RunEnd.Idle"/>: what each program waits for, where in its code, and what to do, in many lines. Of
    /// another the same as <see cref="ToString"/>. Where the network has run on since, it tells of what is now.
    /// </summary>
    public string Report => _report ??= End == RunEnd.Idle ? ProgramReport.OfIdle(_network.Simulator) : ToString();

    /// <summary>The first failure that an earlier run of the same network threw, or null.</summary>
    public Exception? Failure { get; }

    /// <summary>Exceptions of tasks that nobody awaits which did not fail the run: errors of sockets that a program let go.</summary>
    public IReadOnlyList<UnobservedFailure> Unobserved { get; }

    /// <summary>How often code of a program ran on the thread pool, off the simulation's thread: see <see cref="Simulator.Escapes"/>.</summary>
    public long Escapes { get; }

    /// <summary>Throws unless every program came to its end.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="InvalidOperationException">The run ended otherwise; the message is the <see cref="Report"/>.</exception>
    public RunResult EnsureCompleted() => End == RunEnd.Completed ? this : throw new InvalidOperationException(Report);

    /// <summary>The end and its time in a line, what failed and who returned another exit code than 0 in others, and the programs that wait as a table.</summary>
    public override string ToString()
    {
        string line = $"{End} at {Time}: {EventsFired} events, {PacketsSent} packets, digest {Digest}";
        List<string> lines = [line];
        if (Failure is not null)
        {
            lines.Add($"after a failure: {Failure.Message}");
        }

        lines.AddRange(Unobserved.Select(failure => failure.ToString()));
        lines.AddRange(ExitText.Describe(Programs));
        if (Escapes > 0)
        {
            lines.Add(EscapeText.Describe(Escapes));
        }

        if (Waiting.Count > 0)
        {
            lines.Add(WaitingTable.Format(Waiting));
        }

        return string.Join('\n', lines);
    }
}
