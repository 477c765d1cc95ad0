using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads <c>on</c> and <c>off</c>.</summary>
internal static class SwitchText
{
    internal const string Pattern = "^(on|off)$";

    /// <summary>The way it is written.</summary>
    internal static string Of(bool isOn) => isOn ? "on" : "off";

    internal static bool TryParse(ReadOnlySpan<char> text, out bool value, out string? problem)
    {
        value = text is "on";
        problem = value || text is "off" ? null : $"{Quoted.Text(text)} is neither on nor off; write one of the two";
        return problem is null;
    }
}
