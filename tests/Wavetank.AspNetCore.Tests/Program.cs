using Wavetank.AspNetCore.Tests.Leaks;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests;

/// <summary>The tests; or, as <c>--workload NAME RUNS</c>, one workload for a test that wants a process of its own for it; or <c>--dynamic-windows</c>.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["--workload", string name, string runs] => await Workload.PrintAsync(name, int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture)),
        ["--dynamic-windows"] => DynamicWindows.Print(),
        _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
