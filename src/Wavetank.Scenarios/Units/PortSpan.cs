using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>A port, or ports from one to another. Written <c>80</c> or <c>1-1024</c>.</summary>
/// <param name="First">The first, 1 to 65535.</param>
/// <param name="Last">The last, which is not below the first.</param>
public sealed record PortSpan(int First, int Last)
{
    internal const string Pattern = "^[0-9]+(-[0-9]+)?$";

    /// <summary>The way it is written.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";

    internal static bool TryParse(ReadOnlySpan<char> text, out PortSpan? value, out string? problem)
    {
        int hyphen = text.IndexOf('-');
        bool isRight = Count.TryParse(hyphen < 0 ? text : text[..hyphen], out long first, out _) & Count.TryParse(hyphen < 0 ? text : text[(hyphen + 1)..], out long last, out _);
        isRight = isRight && first is >= 1 and <= ushort.MaxValue && last is >= 1 and <= ushort.MaxValue && first <= last;
        value = isRight ? new PortSpan((int)first, (int)last) : null;
        problem = isRight ? null : $"{Quoted.Text(text)} is no port; write one such as 80, or a range such as 1-1024, of 1 to 65535";
        return isRight;
    }
}
