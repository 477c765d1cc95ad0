using System.Globalization;
using Wavetank.Engine.Programs;

namespace Wavetank.Examples;

/// <summary>Prints a line with the simulated time and the host whose program speaks.</summary>
internal static class Log
{
    public static void Say(string text)
    {
        SimulatedProgram program = SimulatedProgram.Current!;
        double milliseconds = program.Simulator.Now.Nanoseconds / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds,9:F3} ms  {program.Host,-7} {text}"));
    }
}
