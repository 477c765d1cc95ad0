namespace Wavetank.Testing.Exploration;

/// <summary>
/// A test that can be run many times: it builds the network of the simulation that it is given, runs it, and throws where something is
/// not as it should be. It keeps nothing from one call to the next, and may be called on several threads at a time.
/// </summary>
/// <param name="simulation">The run's own; disposed of afterwards.</param>
public delegate Task SimulationTest(Simulation simulation);
