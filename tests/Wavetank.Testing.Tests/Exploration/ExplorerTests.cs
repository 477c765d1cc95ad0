using Wavetank.Devices.Faults.Storms;
using Wavetank.Testing.Exploration;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Exploration;

public sealed class ExplorerTests
{
    [Fact]
    public void Print() 
    {
        var result = Explorer.Run(TwoCuts, new() { Folder = "/tmp/sim-files", Name = "Two cuts" });
        Console.WriteLine(result);
        Console.WriteLine(result.Failure?.ToString());
    }

    // Fails where two cuts lose something each.
    private static void TwoCuts(Simulation simulation)
    {
        List<int> arrived = Labs.Ticks(simulation);
        simulation.Storm(Labs.Weather);
        simulation.Run();
        int[] cuts = [.. simulation.Faults.OfType<PlannedCut>().Where(cut => Enumerable.Range(0, 20).Any(i => i * Labs.Second > cut.At && i * Labs.Second < cut.At + cut.For)).Select(cut => (int)cut.At.TotalSeconds)];
        Assert.True(arrived.Count > 17, $"{20 - arrived.Count} of 20 are lost.");
    }
}
