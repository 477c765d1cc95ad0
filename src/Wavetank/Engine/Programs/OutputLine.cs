using System.Globalization;

namespace Wavetank.Engine.Programs;

/// <summary>A line that a program wrote to the console.</summary>
/// <param name="Time">When the line was ended.</param>
/// <param name="Host">The program's host.</param>
/// <param name="Program">The program.</param>
/// <param name="IsError">Whether it was written to the standard error.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record OutputLine(SimulationTime Time, string Host, string Program, bool IsError, string Text)
{
    private const int SecondsWidth = 3;

    /// <summary>Time in seconds, host and text: <c>[  1.250 s] server: listening</c>.</summary>
    public override string ToString()
    {
        long milliseconds = Time.Nanoseconds / SimulationTime.NanosecondsPerMillisecond;
        string seconds = (milliseconds / 1000).ToString(CultureInfo.InvariantCulture).PadLeft(SecondsWidth);
        return string.Create(CultureInfo.InvariantCulture, $"[{seconds}.{milliseconds % 1000:D3} s] {Host}: {Text}");
    }
}
