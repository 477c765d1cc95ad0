using System.Diagnostics;
using ReplicatedLog;
using ReplicatedLog.Raft;
using ReplicatedLog.Trials;
using Wavetank.Devices.Faults.Storms;

if (args.Length > 0)
{
    return Explore(args);
}

// What ./check runs: some seeds, then one in which the bug shows, without it and with it.
const ulong SeedOfTheBug = 71;
IReadOnlyList<Trial> trials = new Campaign(first: 1, count: 10, ReplicationBug.None, isRough: false).Run(Environment.ProcessorCount);
Report(trials);
Console.WriteLine();
Trial right = Trial.Run(SeedOfTheBug, ReplicationBug.None), wrong = Trial.Run(SeedOfTheBug, ReplicationBug.VotesForLongerLogs);
Console.WriteLine($"Seed {SeedOfTheBug}:");
Tell(right.Faults);
Console.WriteLine($"{ReplicationBug.None}: {right.Failure?.Message ?? "all is well."}");
Console.WriteLine($"{ReplicationBug.VotesForLongerLogs}: {wrong.Failure?.Message ?? "all is well."}");
return trials[^1].Failure is null ? 0 : 1;

static int Explore(string[] args)
{
    if (Arguments.Parse(args) is not { } arguments)
    {
        Console.Error.WriteLine($"Usage: {Arguments.Usage}");
        Console.Error.WriteLine($"Bugs: {string.Join(", ", Enum.GetNames<ReplicationBug>())}");
        return 2;
    }

    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    IReadOnlyList<Trial> trials = new Campaign(arguments.First, arguments.Count, arguments.Bug, arguments.IsRough).Run(arguments.Threads);
    TimeSpan spent = Process.GetCurrentProcess().TotalProcessorTime - before;
    Report(trials);
    Trial last = trials[^1];
    if (last.Failure is null)
    {
        // After a failure other threads have done more than is counted here.
        Console.WriteLine($"{trials.Count * Trial.LengthOf(arguments.IsRough).TotalHours / spent.TotalSeconds:0.00} simulated hours in a second of the processor");
        return 0;
    }

    Console.WriteLine($"Seed {last.Seed}, {last.Faults.Count} faults: {last.Failure.Message}");
    Tell(last.Faults);
    return 1;
}

static void Report(IReadOnlyList<Trial> trials) => Console.WriteLine(
    $"{trials.Count} seeds, {trials.Count(trial => trial.Failure is null)} well: {trials.Sum(trial => trial.Faults.Count)} faults, "
    + $"{trials.Sum(trial => trial.Elections)} elections, {trials.Sum(trial => trial.Answered)} commands answered");

static void Tell(IEnumerable<PlannedFault> faults)
{
    foreach (PlannedFault fault in faults)
    {
        Console.WriteLine($"  {fault}");
    }
}
