namespace Wavetank.Examples;

/// <summary>Times as a person reads them.</summary>
internal static class Text
{
    public static string Of(double seconds) => seconds < 1 ? $"{seconds * 1000:0.0} ms" : $"{seconds:0.00} s";
}
