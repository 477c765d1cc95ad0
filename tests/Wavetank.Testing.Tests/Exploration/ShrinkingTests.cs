using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Testing.Exploration;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Exploration;

public sealed class ShrinkingTests
{
    [Fact]
    public void A_failure_is_told_as_its_smallest_story()
    {
        ExplorationResult result = Explorer.Run(
            simulation =>
            {
                List<int> arrived = Labs.Ticks(simulation);
                simulation.Storm(Labs.Weather);
                simulation.Run();
                Labs.Require(arrived.Count > 17, $"{20 - arrived.Count} of 20 ticks are lost");
            },
            new() { Name = "Ticks arrive" });

        Assert.Equal(2, result.Failure!.Faults.Count);
        AssertStory("two-faults", result);
    }

    // Whatever faults a failure needs, those are left, and each needs the others.
    [Property(MaxTest = 60)]
    public Property Exactly_the_faults_that_matter_are_left() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        numbers =>
        {
            int[] needed = [.. numbers.Select(number => Math.Abs(number % 24)).Distinct().Order().Take(5)];
            ExplorationResult result = Explorer.Run(
                simulation =>
                {
                    Host host = simulation.Network.AddHost("host");
                    simulation.Plan([.. Enumerable.Range(0, 24).Select(number => new PlannedHostFault(number * Labs.Second, Labs.Second / 2, host.Name, HostState.Paused))]);
                    Labs.Require(!needed.All(number => simulation.Faults.Any(fault => fault.At == number * Labs.Second)), "all of them are there");
                },
                new() { Seeds = 1 });

            Assert.Equal(needed, result.Failure!.Faults.Select(fault => (int)fault.At.TotalSeconds));
        });

    [Fact]
    public void Another_failure_that_appears_on_the_way_is_not_taken_for_the_same()
    {
        ExplorationResult result = Explorer.Run(
            simulation =>
            {
                Host host = simulation.Network.AddHost("host");
                simulation.Plan([.. Enumerable.Range(0, 4).Select(number => new PlannedHostFault(number * Labs.Second, Labs.Second / 2, host.Name, HostState.Paused))]);
                if (simulation.Faults.Count < 3)
                {
                    throw new InvalidOperationException("too few");
                }

                throw new TimeoutException("three or four");
            },
            new() { Seeds = 1 });

        Assert.IsType<TimeoutException>(result.Failure!.InnerException);
        Assert.Equal(3, result.Failure.Faults.Count);
    }

    [Fact]
    public void The_search_ends_when_its_runs_are_spent_and_says_so()
    {
        ExplorationResult result = Explorer.Run(
            simulation =>
            {
                Labs.Ticks(simulation);
                int all = simulation.Storm(Labs.Weather).Count;
                Labs.Require(all < 15, "many");
            },
            new() { ShrinkRuns = 3 });

        Assert.Contains("left after 3 runs", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_one_order_of_ties_is_told_beside_the_order_of_scheduling()
    {
        ExplorationResult result = Explorer.Run(
            simulation =>
            {
                string order = "";
                Host host = simulation.Network.AddHost("host");
                foreach (string name in (string[])["a", "b"])
                {
                    host.Run(async () =>
                    {
                        await simulation.Network.Delay(Labs.Second);
                        Console.WriteLine(name);
                        order += name;
                    });
                }

                simulation.Run();
                Labs.Require(order == "ab", $"it came as {order}");
            },
            new() { Name = "In order" });

        AssertStory("order-of-ties", result);
    }

    [Fact]
    public void What_does_not_repeat_itself_is_told_so()
    {
        int calls = 0;
        ExplorationResult result = Explorer.Run(_ => Labs.Require(calls++ > 0, "the first time"), new() { Seeds = 1 });

        Assert.Contains("Not repeatable", result.Failure!.Message, StringComparison.Ordinal);
    }

    private static void AssertStory(string name, ExplorationResult result) =>
        AcceptedFile.Matches($"{result.Failure!.Message}\n", "tests", "Wavetank.Testing.Tests", "Snapshots", $"{name}.txt");
}
