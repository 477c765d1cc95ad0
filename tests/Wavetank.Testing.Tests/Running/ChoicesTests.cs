using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Running;

public sealed class ChoicesTests
{
    [Fact]
    public void Each_choice_has_dice_of_its_own()
    {
        using Simulation one = new(seed: 7), other = new(seed: 7);
        other.Between("something new", 1, 100);

        Assert.Equal(Draw(one, "nodes"), Draw(other, "nodes"));
    }

    [Fact]
    public void All_that_may_be_chosen_is_over_the_seeds_and_nothing_else()
    {
        List<int> numbers = [];
        List<string> words = [];
        for (ulong seed = 1; seed <= 200; seed++)
        {
            using var simulation = new Simulation(seed);
            numbers.Add(simulation.Between("number", -1, 2));
            words.Add(simulation.Choose("word", "a", "b", "c"));
            Assert.InRange(simulation.Between("time", Labs.Second, 2 * Labs.Second), Labs.Second, 2 * Labs.Second);
        }

        Assert.Equal([-1, 0, 1, 2], numbers.Distinct().Order());
        Assert.Equal(["a", "b", "c"], words.Distinct().Order());
    }

    [Fact]
    public void What_was_drawn_is_kept_in_words()
    {
        using var simulation = new Simulation();
        int nodes = simulation.Between("nodes", 3, 3);
        TimeSpan delay = simulation.Between("delay", 1.5 * Labs.Second, 1.5 * Labs.Second);

        Assert.Equal((3, 1.5 * Labs.Second), (nodes, delay));
        Assert.Equal(["nodes: 3", "delay: 1500 ms"], simulation.Choices.Select(choice => choice.ToString()));
    }

    [Fact]
    public void There_must_be_something_to_choose()
    {
        using var simulation = new Simulation();

        Assert.Throws<ArgumentException>(() => simulation.Choose<int>("nothing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Between("backwards", 2, 1));
    }

    private static (int First, int Second) Draw(Simulation simulation, string name) => (simulation.Between(name, 1, 1000), simulation.Between(name, 1, 1000));
}
