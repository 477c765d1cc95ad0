using ReplicatedLog.Raft;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Engine;

namespace ReplicatedLog.Trials;

/// <summary>Five replicas and three clients around a switch, and the journal of what they do.</summary>
public sealed class Cluster
{
    private const int Port = 7000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Network _network;
    private readonly List<Host> _replicas = [];
    private readonly List<Disk> _disks = [];

    private Cluster(Network network)
    {
        _network = network;
        Journal = new Journal(() => network.Now.ToTimeSpan());
    }

    /// <summary>The hosts of the replicas: <c>replica-1</c> and so on.</summary>
    public IReadOnlyList<Host> Replicas => _replicas;

    /// <summary>What is on the replicas' disks.</summary>
    public IReadOnlyList<Disk> Disks => _disks;

    /// <summary>What the replicas and clients did.</summary>
    public Journal Journal { get; }

    /// <summary>Builds the cluster; it starts with the network's run.</summary>
    /// <param name="network">A network that has not run. Its seed sets delays, timeouts and commands.</param>
    /// <param name="bug">A mistake that all replicas make. Default: none.</param>
    public static Cluster Build(Network network, ReplicationBug bug = ReplicationBug.None)
    {
        ArgumentNullException.ThrowIfNull(network);
        var cluster = new Cluster(network);
        RandomStream delays = network.Simulator.CreateRandomStream("cluster/delays");
        Switch middle = network.AddSwitch("switch");
        string[] group = [.. Enumerable.Range(1, 5).Select(id => $"replica-{id}")];
        for (int id = 1; id <= group.Length; id++)
        {
            cluster.AddReplica(AddHost(group[id - 1]), new ReplicaOptions { Group = group, Id = id, Port = Port, Bug = bug });
        }

        for (int id = 1; id <= 3; id++)
        {
            int client = id;
            Host host = AddHost($"client-{id}");
            host.Run(() => cluster.AskAsync(client, group, host));
        }

        return cluster;

        Host AddHost(string name)
        {
            Host host = network.AddHost(name);
            network.Connect(host, middle, new() { Delay = TimeSpan.FromMilliseconds(1 + delays.NextInt64(5)) });
            return host;
        }
    }

    /// <summary>Replicas are parted from each other every 5 s or so, and lose their power every 20 s. The clients, and their ways to all replicas, stay well.</summary>
    /// <param name="length">How long, from the start on.</param>
    public StormOptions Storm(TimeSpan length) => new()
    {
        Until = length,
        Partitions = Rate(every: 5, longest: 4),
        Crashes = Rate(every: 20, longest: 4),
        Hosts = [.. _replicas.Select(host => host.Name)],
    };

    /// <summary>All that can happen to replicas and to their links, twice as often.</summary>
    /// <param name="length">How long, from the start on.</param>
    public StormOptions RoughStorm(TimeSpan length) => Storm(length) with
    {
        Crashes = Rate(every: 8, longest: 4),
        Stops = Rate(every: 10, longest: 2),
        Pauses = Rate(every: 10, longest: 2),
        HeldPartitions = Rate(every: 10, longest: 4),
        Cuts = Rate(every: 10, longest: 4),
        Losses = Rate(every: 10, longest: 4),
        Clocks = Rate(every: 10, longest: 4),
        Links = [.. _replicas.Select(host => $"{host.Name}-switch")],
    };

    private static StormRate Rate(double every, double longest) =>
        new(TimeSpan.FromSeconds(every), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(longest));

    private void AddReplica(Host host, ReplicaOptions options)
    {
        // Disk and dice outlive the program, as they would.
        var disk = new Disk();
        RandomStream random = _network.Simulator.CreateRandomStream($"raft/{host.Name}");
        _replicas.Add(host);
        _disks.Add(disk);
        host.AddService(() => new Replica(options, disk, Journal, host.TimeProvider, random.NextDouble).RunAsync(), "raft");
    }

    private async Task AskAsync(int id, string[] group, Host host)
    {
        using var client = new RegisterClient(group, Port, host.TimeProvider);
        RandomStream random = _network.Simulator.CreateRandomStream($"client/{id}");
        for (long sequence = 1; ; sequence++)
        {
            await _network.Delay(TimeSpan.FromMilliseconds(200) * random.NextExponential());
            bool isGet = random.NextBoolean(0.3);
            var command = new Command(id, sequence, isGet ? CommandKind.Get : CommandKind.Set, isGet ? 0 : (id * 1_000_000) + sequence);
            Operation operation = Journal.Begin(command);
            if (await client.ExecuteAsync(command, Patience) is { } result)
            {
                Journal.End(operation, result);
            }
        }
    }
}
