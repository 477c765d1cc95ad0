namespace Wavetank.Testing.Exploration;

/// <summary>A test whose simulations run by <see cref="Simulation.Run()"/>, which has nothing to wait for.</summary>
internal static class SynchronousTest
{
    public static SimulationTest ToSimulationTest(this Action<Simulation> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return simulation =>
        {
            test(simulation);
            return Task.CompletedTask;
        };
    }
}
