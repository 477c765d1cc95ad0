using System.Globalization;

namespace Wavetank.Engine;

/// <summary>A step that has kept the simulation's thread, and with it all of simulated time, for longer than the limit in real time.</summary>
/// <param name="Program">The program whose code it is, or null where it is none's.</param>
/// <param name="Host">The program's host, or null.</param>
/// <param name="Time">The instant at which simulated time stands still.</param>
/// <param name="Limit">The limit, <see cref="Simulator.StepLimit"/>.</param>
public sealed record LongStep(string? Program, string? Host, SimulationTime Time, TimeSpan Limit)
{
    /// <summary>Whether the thread sleeps or waits, rather than computes.</summary>
    public bool IsAsleep { get; init; }

    /// <summary>What the other programs wait for, in lines; empty where none does.</summary>
    public string Others { get; init; } = "";

    /// <summary>The warning in a sentence, what would be right, and what the others wait for.</summary>
    public override string ToString() =>
        $"warning: {Subject(Program, Host)} has kept the simulation at {Time} for more than {Seconds(Limit)} of real time, {Doing(IsAsleep)}. {Advice(IsAsleep)}"
        + (Others.Length == 0 ? "" : $"\n{Others.TrimEnd('\n')}");

    internal static string Subject(string? program, string? host) =>
        program is null ? "An action or observer" : $"Program '{program}' on host '{host}'";

    internal static string Seconds(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s");

    internal static string Doing(bool isAsleep) => isAsleep
        ? "asleep, or in a wait that only real time ends"
        : "computing without a wait";

    internal static string Advice(bool isAsleep) => isAsleep
        ? "Simulated time moves only while programs wait for it: await network.Delay instead of Thread.Sleep (network.Sleep in a blocking program), and simulated sockets instead of real input and output."
        : "Simulated time moves only while programs wait for it: a loop that looks at the clock or a flag until it changes never ends. Await what changes it, or network.Delay in each round (network.Sleep in a blocking program).";
}
