using System.Diagnostics;
using ReplicatedLog.Raft;
using ReplicatedLog.Trials;

ReplicationBug bug = Enum.Parse<ReplicationBug>(args[0]);
ulong from = ulong.Parse(args[1]);
int count = int.Parse(args[2]);
int failures = 0;
int many = int.Parse(args[3]);
while (count > 0 && failures < many)
{
    var all = Campaign.Run(from, count, bug, 2);
    var last = all[^1];
    from += (ulong)all.Count;
    count -= all.Count;
    Console.WriteLine($"{bug} {all.Count} trials, {all.Count * Trial.Length.TotalHours / all.Sum(t => t.CpuTime.TotalSeconds):0.000} h/s, answered {all.Sum(t => t.Answered)}");
    if (last.Failure is null) break;
    failures++;
    Console.WriteLine($"  seed {last.Seed}, {last.Faults.Count} faults: {last.Failure.Message}");
    // smallest
    var faults = last.Faults.ToList();
    int runs = 0;
    string message = "";
    for (bool again = true; again;)
    {
        again = false;
        for (int size = Math.Max(1, faults.Count / 2); size >= 1; size /= 2)
        for (int i = faults.Count - size; i >= 0; i -= size)
        {
            var fewer = faults.ToList();
            fewer.RemoveRange(i, size);
            runs++;
            var t = Trial.Run(last.Seed, bug, fewer);
            if (t.Failure?.Property == last.Failure.Property) { faults = fewer; again = true; message = t.Failure.Message; i = Math.Min(i, faults.Count); }
        }
    }
    Console.WriteLine($"  shrunk in {runs} runs to {faults.Count}: {message}");
    foreach (var f in faults) Console.WriteLine("    " + f);
}
