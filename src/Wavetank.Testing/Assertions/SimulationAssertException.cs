namespace Wavetank.Testing.Assertions;

/// <summary>What should hold in a simulation does not.</summary>
/// <param name="message">What was expected, what was seen, and when in simulated time.</param>
public sealed class SimulationAssertException(string message) : Exception(message);
