namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads a value; says what is wrong and what would be right when it cannot. Never throws.</summary>
/// <typeparam name="T">What the text becomes.</typeparam>
internal delegate bool ValueParser<T>(ReadOnlySpan<char> text, out T? value, out string? problem);
