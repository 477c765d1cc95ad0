using Wavetank.Testing.Exploration;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Exploration;

public sealed class ReplayVariablesTests
{
    [Fact]
    public void The_line_of_a_message_replays_the_failure_with_its_faults_alone()
    {
        SimulationFailedException failure = Explorer.Run(Fail).Failure!;
        Dictionary<string, string> variables = failure.Message.Split('\n')[^1].Trim().Split(' ')[..^2].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        ExplorationResult replayed = Explorer.Run(Fail, ReplayVariables.Apply(new() { ShrinkRuns = 0 }, variables.GetValueOrDefault));

        Assert.Equal((failure.Seed, 1), (replayed.Failure!.Seed, replayed.Seeds));
        Assert.Equal(failure.Faults, replayed.Failure.Faults);
        Assert.Equal(failure.InnerException!.Message, replayed.Failure.InnerException!.Message);
    }

    [Fact]
    public void A_number_of_seeds_makes_the_campaign_longer() =>
        Assert.Equal(5000, Apply(("WAVETANK_SEEDS", "5000")).Seeds);

    [Fact]
    public void No_variable_changes_nothing()
    {
        var options = new ExplorationOptions { Seeds = 7 };

        Assert.Equal(options, ReplayVariables.Apply(options, _ => null));
    }

    [Theory]
    [InlineData("WAVETANK_SEED", "seven", "WAVETANK_SEED is 'seven'; it should be a whole number from 0 to 18446744073709551615.")]
    [InlineData("WAVETANK_SEEDS", "0", "WAVETANK_SEEDS is '0'; it should be a whole number from 1 on.")]
    [InlineData("WAVETANK_FAULTS", "1,x", "WAVETANK_FAULTS is '1,x'; it should be numbers of faults such as '3,9', or 'none'.")]
    [InlineData("WAVETANK_TIES", "any", "WAVETANK_TIES is 'any'; it should be 'scheduled' or 'shuffled'.")]
    public void What_is_wrong_is_told_with_what_would_be_right(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Apply(("WAVETANK_SEED", "1"), (name, value))).Message);

    private static ExplorationOptions Apply(params (string Name, string Value)[] variables) =>
        ReplayVariables.Apply(new(), name => variables.LastOrDefault(variable => variable.Name == name).Value);

    private static void Fail(Simulation simulation)
    {
        List<int> arrived = Labs.Ticks(simulation);
        simulation.Storm(Labs.Weather);
        simulation.Run();
        Labs.Require(arrived.Count > 17, $"{arrived.Count} arrived");
    }
}
