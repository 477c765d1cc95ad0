using System.CommandLine;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Verbs;

/// <summary><c>allocations</c>: asserts that nothing is allocated once a workload is warm.</summary>
internal static class AllocationsVerb
{
    public static Command Create()
    {
        var verb = new Command("allocations", "Assert that no packet, event or round trip allocates in the steady state; exit status 1 if one does.");
        verb.SetAction(_ =>
        {
            bool all = true;
            foreach (SteadyState steady in SteadyState.Rows)
            {
                SteadyState.Outcome seen = steady.Measure();
                all &= seen.IsClean;
                Console.WriteLine($"{(seen.IsClean ? "PASS" : "FAIL")} {steady.Workload}: {seen.Bytes} bytes for {seen.Packets} link packets and {seen.Events} events");
            }

            return all ? 0 : 1;
        });
        return verb;
    }
}
