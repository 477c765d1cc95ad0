namespace Wavetank.Scenarios.Kinds;

/// <summary>Any text, within a length that fits a title.</summary>
internal static class FreeText
{
    private const int MaxLength = 200;

    internal static bool TryParse(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = text.Trim().ToString();
        problem = value.Length switch
        {
            0 => "is empty; write a few words",
            > MaxLength => $"is too long; at most {MaxLength} characters",
            _ => null,
        };
        return problem is null;
    }
}
