using System.CommandLine;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Verbs;

/// <summary><c>speed</c>: a few seconds that show whether something has become slower, for <c>./check</c>.</summary>
internal static class SpeedVerb
{
    public static Command Create()
    {
        var verb = new Command("speed", "Print what three workloads cost in bare events, beside what is recorded. WAVETANK_ACCEPT=1 records it.");
        verb.SetAction(_ => SpeedCheck.Run(accept: Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1", Console.Out));
        return verb;
    }
}
