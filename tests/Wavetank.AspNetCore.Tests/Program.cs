using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests;

/// <summary>The tests; or, as <c>--workload NAME RUNS</c>, one workload for a test that wants a process of its own for it.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args is ["--workload", string name, string runs]
        ? await Workload.PrintAsync(name, int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture))
        : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
