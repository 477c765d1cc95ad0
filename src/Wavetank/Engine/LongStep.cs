namespace Wavetank.Engine;

/// <summary>A step that has kept the simulation's thread, and with it all of simulated time, for longer than the limit in real time.</summary>
/// <param name="Program">The program whose code it is, or null where it is none's.</param>
/// <param name="Host">The program's host, or null.</param>
/// <param name="Time">The instant at which simulated time stands still.</param>
/// <param name="Limit">The limit, <see cref="Simulator.StepLimit"/>.</param>
public sealed record LongStep(string? Program, string? Host, SimulationTime Time, TimeSpan Limit)
{
    /// <summary>The warning in a sentence, and what would be right.</summary>
    public override string ToString() =>
        $"warning: {(Program is null ? "An action or observer" : $"Program '{Program}' on host '{Host}'")} has kept the simulation at {Time} for more than {Limit.TotalSeconds:0.###} s of real time. "
        + "Simulated time moves only while programs wait: look there for Thread.Sleep, a loop that waits for the time to change, or a blocking call, "
        + "and await network.Delay or a simulated socket instead (network.Sleep in a blocking program).";
}
