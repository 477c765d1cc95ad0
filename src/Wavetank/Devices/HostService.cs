using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>What starts with a host, and again whenever the host starts again: one program after the other.</summary>
public sealed class HostService
{
    private readonly Func<SimulatedProgram> _start;
    private readonly List<SimulatedProgram> _programs = [];

    internal HostService(string name, Func<SimulatedProgram> start)
    {
        Name = name;
        _start = start;
    }

    /// <summary>The name of each of its programs, for messages and results.</summary>
    public string Name { get; }

    /// <summary>The program that it is since the host last started; null where the host was not running yet since it was added.</summary>
    public SimulatedProgram? Program => _programs.Count == 0 ? null : _programs[^1];

    /// <summary>Its programs, one for each start of the host, with how each ended.</summary>
    public IReadOnlyList<SimulatedProgram> Programs => _programs;

    /// <summary>The exit code of <see cref="Program"/>; null before it ended.</summary>
    public int? ExitCode => Program?.ExitCode;

    internal void Start() => _programs.Add(_start());
}
