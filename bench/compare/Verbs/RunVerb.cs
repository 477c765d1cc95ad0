using System.CommandLine;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Verbs;

/// <summary><c>run</c>: one workload in this process, such as under a profiler.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A workload." };
        var words = new Argument<string[]>("PARAMETERS")
        {
            Description = "name=value: the workload's, scale=PERCENT to run a part of it, warm=PERCENT to warm the compiler up before.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var verb = new Command("run", "Run one workload and print its figures.") { name, words };
        verb.SetAction(parsed => SingleRun.Run(parsed.GetValue(name)!, parsed.GetValue(words) ?? []));
        return verb;
    }
}
