namespace Wavetank.Testing.Histories;

/// <summary>Values in explanations.</summary>
internal static class ValueText
{
    public static string Of<T>(T? value) => value switch
    {
        null => "nothing",
        "" => "\"\"",
        _ => $"{value}",
    };
}
