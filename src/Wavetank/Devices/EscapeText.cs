using System.Globalization;

namespace Wavetank.Devices;

/// <summary>Says that programs left the simulation's thread, which a run survives and its author should know.</summary>
internal static class EscapeText
{
    public static string Describe(long escapes) => string.Create(
        CultureInfo.InvariantCulture,
        $"code of programs ran {escapes} {(escapes == 1 ? "time" : "times")} on the thread pool, off the simulation's thread");
}
