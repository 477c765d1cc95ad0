using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Testing.Running;

namespace Wavetank.Testing;

/// <summary>
/// One simulated run of a test: a network of its own, and what the test draws from the seed. The same test with the same seed does the
/// same, packet by packet, so that a failure can be replayed.
/// </summary>
/// <remarks>
/// A test that is explored builds its network anew in each call, draws what it varies from here, and runs the network by <see cref="Run()"/>
/// or <see cref="RunAsync()"/>. It keeps nothing from one call to the next.
/// </remarks>
/// <example>
/// <code>
/// Host server = simulation.Network.AddHost("server"), client = simulation.Network.AddHost("client");
/// simulation.Network.Connect(client, server, new() { Delay = simulation.Between("delay", TimeSpan.Zero, TimeSpan.FromMilliseconds(50)) });
/// simulation.Storm(new() { Until = TimeSpan.FromSeconds(30), Cuts = new(Every: TimeSpan.FromSeconds(5), Shortest: Second, Longest: 3 * Second) });
/// simulation.Run(TimeSpan.FromMinutes(1));
/// </code>
/// </example>
public sealed partial class Simulation : IDisposable
{
    private readonly SimulationSettings _settings;
    private readonly Checks _checks;

    /// <summary>Makes a simulation outside of an exploration: its events are in the order of scheduling, and all faults take place.</summary>
    /// <param name="seed">Every random choice follows from it. Default 1.</param>
    public Simulation(ulong seed = 1)
        : this(new SimulationSettings { Seed = seed })
    {
    }

    internal Simulation(SimulationSettings settings)
    {
        _settings = settings;
        Network = new Network(settings.Seed);
        Network.Simulator.Console.Echo = ConsoleEcho.Nothing;
        if (settings.ShufflesTies)
        {
            Network.Simulator.ShuffleTies();
        }

        _checks = new Checks(Network);
        foreach (IPacketObserver observer in settings.Observers?.Invoke(Network) ?? [])
        {
            Network.Events.Subscribe(observer);
        }
    }

    /// <summary>What the run follows from.</summary>
    public ulong Seed => _settings.Seed;

    /// <summary>The network, empty at first.</summary>
    public Network Network { get; }

    /// <summary>How the last run of the network ended; null before the first.</summary>
    public RunResult? Result { get; private set; }

    /// <summary>Ends all programs.</summary>
    public void Dispose() => Network.Dispose();
}
