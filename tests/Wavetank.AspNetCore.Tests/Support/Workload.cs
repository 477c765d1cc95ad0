using System.Diagnostics;
using System.Globalization;
using Wavetank.AspNetCore.Tests.Grpc;
using Wavetank.AspNetCore.Tests.Http;
using Wavetank.AspNetCore.Tests.Pool;
using Wavetank.AspNetCore.Tests.SignalR;

namespace Wavetank.AspNetCore.Tests.Support;

/// <summary>Runs that are to be the same whenever and wherever they are made, each by its name.</summary>
internal static class Workload
{
    /// <summary>Each gives the digest of its run, and what else has to be the same.</summary>
    private static Dictionary<string, Func<Task<string>>> ByName { get; } = new()
    {
        ["Task.Run"] = PoolWorkloads.TaskRunAsync,
        ["channels"] = PoolWorkloads.ChannelsAsync,
        ["ConfigureAwait(false)"] = PoolWorkloads.ConfigureAwaitAsync,
        ["pipes"] = PoolWorkloads.PipesAsync,
        ["Parallel.ForEachAsync"] = PoolWorkloads.ParallelAsync,
        ["timers"] = PoolWorkloads.TimersAsync,
        ["beside a blocking program"] = PoolWorkloads.BesideBlockingAsync,
        ["blocking"] = BlockingWorkload.RunAsync,
        ["http"] = HttpWorkloads.Over("http", "1.1"),
        ["h2c"] = HttpWorkloads.Over("http", "2.0"),
        ["https"] = HttpWorkloads.Over("https", "1.1"),
        ["h2"] = HttpWorkloads.Over("https", "2.0"),
        ["WebSocket"] = HttpWorkloads.WebSocketAsync,
        ["SignalR"] = HubWorkload.RunAsync,
        ["gRPC"] = GrpcWorkload.RunAsync,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Task<string> RunAsync(string name) => ByName[name]();

    public static async Task<int> PrintAsync(string name, int runs)
    {
        for (int i = 0; i < runs; i++)
        {
            Console.WriteLine(await RunAsync(name));
        }

        return 0;
    }

    /// <summary>What a process that believes in that many processors prints, a line for each run.</summary>
    public static Task<string[]> RunElsewhereAsync(string name, int runs, int processors) =>
        RunProcessAsync(processors, "--workload", name, runs.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a process of these tests with other arguments prints, line by line.</summary>
    public static async Task<string[]> RunProcessAsync(int processors, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Workload).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
