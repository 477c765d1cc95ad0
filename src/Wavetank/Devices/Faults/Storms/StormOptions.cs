namespace Wavetank.Devices.Faults.Storms;

/// <summary>What may go wrong in a storm, how often, and within which bounds. What has no rate does not happen.</summary>
public sealed record StormOptions
{
    /// <summary>When the storm begins, in simulated time. Default: at once.</summary>
    public TimeSpan From { get; init; }

    /// <summary>When the storm is over: no fault begins later. After <see cref="From"/>.</summary>
    public required TimeSpan Until { get; init; }

    /// <summary>Hosts that lose their power.</summary>
    public StormRate? Crashes { get; init; }

    /// <summary>Hosts whose programs are ended.</summary>
    public StormRate? Stops { get; init; }

    /// <summary>Hosts whose programs stand still.</summary>
    public StormRate? Pauses { get; init; }

    /// <summary>Links that are cut.</summary>
    public StormRate? Cuts { get; init; }

    /// <summary>Links that lose three of ten packets.</summary>
    public StormRate? Losses { get; init; }

    /// <summary>A random half of the hosts, more or less, that cannot reach the others; one in three is one-way.</summary>
    public StormRate? Partitions { get; init; }

    /// <summary>The same, but what is stopped is held and delivered at the end.</summary>
    public StormRate? HeldPartitions { get; init; }

    /// <summary>Links that go down and come up again, over and over: down for 50 to 500 ms, up for 50 to 2000 ms.</summary>
    public StormRate? Flaps { get; init; }

    /// <summary>Hosts whose clock is up to 10 s ahead or behind and runs by up to 1000 parts per million too fast or too slow.</summary>
    public StormRate? Clocks { get; init; }

    /// <summary>Hosts that have no ephemeral ports.</summary>
    public StormRate? PortExhaustions { get; init; }

    /// <summary>Hosts of which one of <see cref="Ports"/> has a full listen queue.</summary>
    public StormRate? FullListenQueues { get; init; }

    /// <summary>Hosts whose look-ups of names fail.</summary>
    public StormRate? NameFailures { get; init; }

    /// <summary>Hosts whose name servers are silent.</summary>
    public StormRate? NameServerFailures { get; init; }

    /// <summary>The ports whose listen queues may be full. Default: none, and then none is.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>The names of the hosts that suffer. Default: all.</summary>
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>The names of the links that suffer. Default: all.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>
    /// Whether at every instant more than half of the hosts that may suffer run and reach each other. A fault that would break it is left
    /// out. Default: no.
    /// </summary>
    public bool KeepsMajority { get; init; }

    /// <summary>Whether all faults are over at the end. Otherwise the last ones may last longer. Default: yes.</summary>
    public bool HealsByEnd { get; init; } = true;

    internal void Validate()
    {
        if (From < TimeSpan.Zero || Until <= From)
        {
            throw new ArgumentException("A storm begins at zero or later, and is over after it began.", nameof(Until));
        }

        Crashes?.Validate(nameof(Crashes));
        Stops?.Validate(nameof(Stops));
        Pauses?.Validate(nameof(Pauses));
        Cuts?.Validate(nameof(Cuts));
        Losses?.Validate(nameof(Losses));
        Partitions?.Validate(nameof(Partitions));
        HeldPartitions?.Validate(nameof(HeldPartitions));
        Flaps?.Validate(nameof(Flaps));
        Clocks?.Validate(nameof(Clocks));
        PortExhaustions?.Validate(nameof(PortExhaustions));
        FullListenQueues?.Validate(nameof(FullListenQueues));
        NameFailures?.Validate(nameof(NameFailures));
        NameServerFailures?.Validate(nameof(NameServerFailures));
        if (Ports.Any(port => port is < 1 or > ushort.MaxValue))
        {
            throw new ArgumentException("A port is 1 to 65535.", nameof(Ports));
        }
    }
}
