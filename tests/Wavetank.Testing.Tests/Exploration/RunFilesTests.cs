using System.Text.Json;
using Wavetank.Testing.Exploration;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Exploration;

public sealed class RunFilesTests
{
    [Fact]
    public void A_failing_run_leaves_its_capture_log_timeline_output_and_figures()
    {
        using var folder = new TemporaryFolder();
        SimulationFailedException failure = Fail(folder.Path);

        Assert.Equal(["results.txt", "timeline.yaml", "output.txt", "capture.pcapng", "events.ndjson"], failure.Files.Select(Path.GetFileName));
        Assert.All(failure.Files, file => Assert.True(File.Exists(file) && Path.GetDirectoryName(file) == Path.Combine(folder.Path, "Ticks_arrive", $"seed-{failure.Seed}")));
        Assert.Equal([0x0a, 0x0d, 0x0d, 0x0a], File.ReadAllBytes(failure.Files[3])[..4]);
        Assert.Equal(["timeline:", .. failure.Faults.Select(fault => $"  {fault}")], File.ReadAllLines(failure.Files[1]));
        Assert.Equal(20, File.ReadAllLines(failure.Files[2]).Length);
        Assert.Contains("dropped 3 (3 link down)", File.ReadAllText(failure.Files[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_event_log_marks_the_first_difference_to_the_nearest_run_that_passes()
    {
        using var folder = new TemporaryFolder();
        string[] lines = File.ReadAllLines(Fail(folder.Path).Files[4]);
        int mark = Array.FindIndex(lines, line => line.Contains("first-difference", StringComparison.Ordinal));

        using JsonDocument marked = JsonDocument.Parse(lines[mark]);
        using JsonDocument next = JsonDocument.Parse(lines[mark + 1]);
        using JsonDocument passes = JsonDocument.Parse(marked.RootElement.GetProperty("passes").GetString()!);
        Assert.Equal(("dropped", "sent"), (next.RootElement.GetProperty("event").GetString(), passes.RootElement.GetProperty("event").GetString()));
        Assert.Equal(next.RootElement.GetProperty("n").GetInt64(), passes.RootElement.GetProperty("n").GetInt64());
    }

    [Fact]
    public void Without_a_folder_nothing_is_written() => Assert.Empty(Fail(null).Files);

    private static SimulationFailedException Fail(string? folder) => Explorer.Run(
        simulation =>
        {
            List<int> arrived = Labs.Ticks(simulation);
            simulation.Storm(Labs.Weather);
            simulation.Run();
            Labs.Require(arrived.Count > 17, "lost");
        },
        new() { Name = "Ticks arrive", Folder = folder }).Failure!;
}
