using Wavetank.Devices;
using Wavetank.Packets;

namespace Wavetank.Testing.Running;

/// <summary>What an exploration asks of one run of a test.</summary>
internal sealed record SimulationSettings
{
    public required ulong Seed { get; init; }

    public bool ShufflesTies { get; init; }

    /// <summary>The faults that take place, by their place among those that the test planned; null for all.</summary>
    public IReadOnlySet<int>? Kept { get; init; }

    /// <summary>Makes the observers that see every packet event.</summary>
    public Func<Network, IEnumerable<IPacketObserver>>? Observers { get; init; }

    /// <summary>Is called before each run of the network, once its devices are there.</summary>
    public Action<Network>? Starting { get; init; }
}
