namespace Wavetank.Engine.Programs;

/// <summary>The programs of a simulation, in the order in which they were added.</summary>
public sealed class ProgramTable
{
    private readonly Simulator _simulator;
    private readonly List<SimulatedProgram> _all = [];

    internal ProgramTable(Simulator simulator) => _simulator = simulator;

    /// <summary>Every program, those that ended included.</summary>
    public IReadOnlyList<SimulatedProgram> All => _all;

    /// <summary>How many programs have not ended yet.</summary>
    public int Running { get; internal set; }

    internal SimulatedProgram StartAsync(string name, string host, object? owner, Func<SimulatedProgram, Task> body, TimeSpan delay, ProgramGate? gate = null) =>
        Start(new AsyncProgram(_simulator, name, host, owner, body), delay, gate);

    internal SimulatedProgram StartBlocking(string name, string host, object? owner, Func<SimulatedProgram, int> body, TimeSpan delay, ProgramGate? gate = null) =>
        Start(new BlockingProgram(_simulator, name, host, owner, body), delay, gate);

    private SimulatedProgram Start(SimulatedProgram program, TimeSpan delay, ProgramGate? gate)
    {
        program.Gate = gate;
        _simulator.Schedule(program, delay);
        _all.Add(program);
        Running++;
        return program;
    }
}
