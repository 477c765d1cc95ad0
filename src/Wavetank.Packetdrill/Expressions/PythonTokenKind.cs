namespace Wavetank.Packetdrill.Expressions;

/// <summary>The kinds of tokens.</summary>
internal enum PythonTokenKind
{
    End,
    NewLine,
    Number,
    Text,
    Name,
    Symbol,
}
