namespace Wavetank.Packetdrill.Expressions;

/// <summary>A token of the code between <c>%{</c> and <c>}%</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string, without the quotes.</param>
/// <param name="Offset">Where it begins in the code.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text, int Offset);
