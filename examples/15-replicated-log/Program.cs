using System.Diagnostics;
using ReplicatedLog;
using ReplicatedLog.Raft;
using ReplicatedLog.Trials;
using Wavetank.Testing.Exploration;

if (args.Length > 0)
{
    return Explore(args);
}

// What ./check runs: two hundred seeds of the log as it should be, and the search for the mistake.
ExplorationResult right = Run(new Trial(ReplicationBug.None), first: 1, seeds: 200);
Console.WriteLine($"{ReplicationBug.None}: {right}");
Console.WriteLine(right.Failure?.Message);
ExplorationResult wrong = Run(new Trial(ReplicationBug.VotesForLongerLogs), first: 1, seeds: 1000);
Console.WriteLine(wrong.Failure?.Message ?? $"{ReplicationBug.VotesForLongerLogs}: {wrong}");
return right.Failure is null && wrong.Failure is not null ? 0 : 1;

static ExplorationResult Run(Trial trial, ulong first, int seeds, int threads = 0) =>
    Explorer.Run(trial.Run, new() { Name = $"{trial.Bug}", FirstSeed = first, Seeds = seeds, Workers = threads });

static int Explore(string[] args)
{
    if (Arguments.Parse(args) is not { } arguments)
    {
        Console.Error.WriteLine($"Usage: {Arguments.Usage}");
        Console.Error.WriteLine($"Bugs: {string.Join(", ", Enum.GetNames<ReplicationBug>())}");
        return 2;
    }

    long start = Stopwatch.GetTimestamp();
    ExplorationResult result = Run(new Trial(arguments.Bug, arguments.IsRough), arguments.First, arguments.Count, arguments.Threads);
    TimeSpan took = Stopwatch.GetElapsedTime(start), spent = Process.GetCurrentProcess().TotalProcessorTime;
    Console.WriteLine(result);
    Console.WriteLine(result.Failure?.Message ?? $"{result.Simulated.TotalHours / spent.TotalSeconds:0.00} simulated hours in a second of a processor, {result.Simulated.TotalHours / took.TotalSeconds:0.00} in a second on all of them");
    return result.Failure is null ? 0 : 1;
}
