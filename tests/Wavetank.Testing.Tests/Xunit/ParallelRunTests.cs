using System.Diagnostics;
using System.Xml.Linq;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Xunit;

public sealed class ParallelRunTests
{
    [Fact]
    public async Task Tests_that_run_side_by_side_give_the_digests_that_they_give_one_by_one()
    {
        using var folder = new TemporaryFolder();
        string[] oneByOne = await DigestsAsync(folder.Path, "none");

        Assert.Equal(6, oneByOne.Length);
        Assert.Equal(oneByOne, await DigestsAsync(folder.Path, "all"));
    }

    /// <summary>Runs the simulations of this assembly in a process of their own, and reads what each wrote.</summary>
    private static async Task<string[]> DigestsAsync(string folder, string parallel)
    {
        string report = $"{parallel}.xml";
        using Process process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [typeof(ParallelRunTests).Assembly.Location, "--filter-class", "*.SimulationTheoryTests", "--parallel", parallel, "--report-xunit-xml", "--report-xunit-xml-filename", report, "--results-directory", folder])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        XDocument results = XDocument.Load(Path.Combine(folder, report));
        return [.. results.Descendants("test").Select(test => $"{test.Attribute("name")!.Value}: {test.Element("output")!.Value.Trim()}").Order(StringComparer.Ordinal)];
    }
}
