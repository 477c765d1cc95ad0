using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in the top: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class TopLevelMistakeTests
{
    [Theory]
    [InlineData("seed: 7", "sed: 7",
        "lab.yaml:2:1: sed: \"sed\" is not a known key; did you mean \"seed\"? (known: name, seed, duration, time-series, convergence-delay, devices, topology, links, applications, timeline, storm, expect)")]
    [InlineData("seed: 7", "seed: -7",
        "lab.yaml:2:7: seed: \"-7\" is negative; write 0 or more")]
    [InlineData("seed: 7", "seed:",
        "lab.yaml:2:1: seed: has no value; write seed: 42")]
    [InlineData("seed: 7", "seed: [7]",
        "lab.yaml:2:7: seed: takes a value such as 42, not a list")]
    [InlineData("60s", "60",
        "lab.yaml:3:11: duration: \"60\" has no unit; write 60ms (units: ns, us, ms, s, min, h)")]
    [InlineData("60s", "0s",
        "lab.yaml:3:11: duration: \"0s\" is out of range; 100ns or more is right")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));
}
