using Wavetank.Testing.Tests.Support;
using Wavetank.Testing.Xunit;
using Xunit.Sdk;

namespace Wavetank.Testing.Tests.Xunit;

/// <summary>Tests of this kind run by xunit itself; those that fail are in the test of the page for beginners.</summary>
public sealed class SimulationTheoryTests : IDisposable
{
    private static int _made;
    private static int _disposed;

    private readonly int _number = Interlocked.Increment(ref _made);
    private bool _isUsed;

    public void Dispose() => Interlocked.Increment(ref _disposed);

    [SimulationTheory(Seeds = 20)]
    public void Each_seed_has_an_object_of_the_class_of_its_own(Simulation simulation)
    {
        Assert.False(_isUsed);
        _isUsed = true;
        Assert.True(_number > 0 && _disposed <= _made);
        Labs.Ticks(simulation);
        simulation.Run();
    }

    [SimulationTheory(Seeds = 5)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_takes_rows_of_data_and_waits_for_tasks(Simulation simulation, int seconds)
    {
        simulation.Network.AddHost("host").Run(() => Task.Run(async () => await simulation.Network.Delay(seconds * Labs.Second)));
        await simulation.RunAsync();

        Assert.Equal(seconds, simulation.Network.Now.TotalSeconds);
    }

    [SimulationTheory(Seed = 4)]
    public void One_seed_can_be_named(Simulation simulation) => Assert.Equal(4UL, simulation.Seed);

    [SimulationTheory(FirstSeed = 10, Seeds = 3)]
    public static void It_may_be_static(Simulation simulation) => Assert.InRange(simulation.Seed, 10UL, 12UL);

    // As a runner in another process, such as that of an IDE, keeps it between discovery and run.
    [SimulationTheory(Seeds = 1)]
    [InlineData("x")]
    public void A_case_can_be_written_down_and_read_again(Simulation simulation, string word)
    {
        var written = (SimulationTestCase)TestContext.Current.TestCase!;
        var read = (SimulationTestCase)SerializationHelper.Instance.Deserialize(SerializationHelper.Instance.Serialize(written))!;

        Assert.Equal((written.UniqueID, written.TestCaseDisplayName, word), (read.UniqueID, read.TestCaseDisplayName, Assert.Single(read.TestMethodArguments)));
        Assert.Equal(1UL, simulation.Seed);
    }
}
