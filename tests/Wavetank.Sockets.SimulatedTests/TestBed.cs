using System.Runtime.ExceptionServices;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;

namespace SocketSuite;

/// <summary>Where a test's programs run: on hosts of a simulated network.</summary>
internal static class TestBed
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public static TimeProvider Time => SimulatedProgram.Current!.Simulator.TimeProvider;

    /// <summary>Runs an asynchronous program.</summary>
    public static Task Run(Func<Task> program)
    {
        using var network = new Network();
        network.AddHost("host").Run(program);
        return RunToTheEnd(network);
    }

    /// <summary>Runs programs that block, each on its own thread, on one host.</summary>
    public static Task RunBlocking(params Action[] programs)
    {
        using var network = new Network();
        Host host = network.AddHost("host");
        foreach (Action program in programs)
        {
            host.RunBlocking(program);
        }

        return RunToTheEnd(network);
    }

    /// <summary>Runs a server and a client on two hosts with a link between them. Each is given the server's name.</summary>
    public static Task RunPair(Func<string, Task> server, Func<string, Task> client)
    {
        using var network = new Network();
        Host first = network.AddHost("server");
        Host second = network.AddHost("client");
        network.Connect(first, second, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Rate = DataRate.Mbps(100) });
        first.Run(() => server("server"));
        second.Run(() => client("server"));
        return RunToTheEnd(network);
    }

    /// <summary>Runs programs that block on a server's host and on hosts of clients, each joined to it by a link. Each is given the server's name.</summary>
    public static Task RunHosts(Action<string> server, params Action<string>[] clients)
    {
        using var network = new Network();
        Host first = network.AddHost("server");
        first.RunBlocking(() => server("server"));
        for (int i = 0; i < clients.Length; i++)
        {
            Action<string> client = clients[i];
            Host host = network.AddHost($"client-{i + 1}");
            network.Connect(first, host, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Rate = DataRate.Mbps(100) });
            host.RunBlocking(() => client("server"));
        }

        return RunToTheEnd(network);
    }

    private static Task RunToTheEnd(Network network)
    {
        try
        {
            RunResult result = network.Run(Limit);
            Assert.True(result.End == RunEnd.Completed, $"The programs did not end: {result.End}, {string.Join("; ", result.Waiting)}");
            return Task.CompletedTask;
        }
        catch (ProgramFailedException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
