namespace Wavetank.Scenarios.Kinds;

/// <summary>A format with its parser.</summary>
/// <typeparam name="T">What the text becomes.</typeparam>
internal sealed class ValueFormat<T>(string name, string summary, string example, ValueParser<T> parser)
    : ValueFormat(name, summary, example)
    where T : notnull
{
    internal bool TryParse(ReadOnlySpan<char> text, out T? value, out string? problem) => parser(text, out value, out problem);
}
