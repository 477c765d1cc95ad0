using Wavetank.Engine;

namespace Wavetank.Testing.Assertions;

/// <summary>A message and when it was sent or received.</summary>
/// <typeparam name="T">What tells it from others.</typeparam>
/// <param name="Message">The message.</param>
/// <param name="Time">When, in simulated time.</param>
public readonly record struct LoggedMessage<T>(T Message, SimulationTime Time)
    where T : notnull;
