using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

public sealed class TimelineTests
{
    [Fact]
    public void What_is_set_for_a_time_goes_back_to_what_it_was() =>
        Assert.Equal(
            ["0: up 10 ms 0", "1: up 10 ms 0.5", "2: up 10 ms 0.5", "3: up 10 ms 0", "4: up 10 ms 0"],
            Watch("- { at: 0.5s, set: client-server, loss: 50%, for: 2s }"));

    [Fact]
    public void What_is_set_without_a_time_stays() =>
        Assert.Equal(
            ["0: up 10 ms 0", "1: up 30 ms 0", "2: up 30 ms 0", "3: up 30 ms 0", "4: up 30 ms 0"],
            Watch("- { at: 0.5s, set: client-server, delay: 30ms }"));

    [Fact]
    public void Of_entries_that_overlap_each_takes_back_only_its_own() =>
        Assert.Equal(
            ["0: up 10 ms 0", "1: up 10 ms 0.5", "2: up 30 ms 0.25", "3: up 30 ms 0.25", "4: up 10 ms 0"],
            Watch("""
                - { at: 0.5s, set: client-server, loss: 50%, for: 2s }
                - { at: 1.5s, set: client-server, delay: 30ms, loss: 25%, for: 2s }
                """));

    [Fact]
    public void A_link_is_up_again_when_the_last_cut_ends() =>
        Assert.Equal(
            ["0: up 10 ms 0", "1: down 10 ms 0", "2: down 10 ms 0", "3: down 10 ms 0", "4: up 10 ms 0"],
            Watch("""
                - { at: 0.5s, cut: client-server, for: 2s }
                - { at: 1.5s, cut: client-server, for: 2s }
                """));

    [Fact]
    public void A_cut_and_new_conditions_do_not_disturb_each_other() =>
        Assert.Equal(
            ["0: up 10 ms 0", "1: down 10 ms 0", "2: down 30 ms 0", "3: up 30 ms 0", "4: up 30 ms 0"],
            Watch("""
                - { at: 0.5s, cut: client-server, for: 2s }
                - { at: 1.5s, set: client-server, delay: 30ms }
                """));

    [Fact]
    public void A_run_does_not_wait_for_a_timeline_that_changes_nothing_any_more()
    {
        const string text = Runs.TwoHosts + """
            applications: [{ on: client, run: ping, to: server, count: 1 }]
            timeline: [{ at: 1h, cut: client-server, for: 1h }]
            """;

        Assert.Equal(20_000_000, Runs.Execute(text).SimulatedTime.Nanoseconds);
    }

    /// <summary>The link's state and its conditions forward at each full second.</summary>
    private static List<string> Watch(string timeline)
    {
        BuiltScenario built = ScenarioBuilder.Build(Lab.Parse(Runs.TwoHosts + $"""
            applications: [{"{"} on: client, run: ping, to: server {"}"}]
            timeline:
            {timeline}
            """));
        Network network = built.Network;
        Link link = network.Links.Single();
        var seen = new List<string>();
        for (int second = 0; second <= 4; second++)
        {
            int now = second;
            network.At(TimeSpan.FromSeconds(second), () => seen.Add(
                $"{now}: {(link.IsUp ? "up" : "down")} {link.Forward.Delay.TotalMilliseconds} ms {link.Forward.Loss}"));
        }

        network.Run(TimeSpan.FromSeconds(5));
        network.Dispose();
        return seen;
    }
}
