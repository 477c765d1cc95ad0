using Wavetank.Scenarios.Words;
namespace Wavetank.Scenarios.Graphs;

/// <summary>A word or a sign of DOT.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">An ID without its quotes, or the sign itself.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="IsQuoted">Whether it stood in quotes, and so is no keyword.</param>
internal readonly record struct DotToken(DotTokenKind Kind, string Text, TextPlace Place, bool IsQuoted = false)
{
    public string Description => Kind == DotTokenKind.End ? "the end of the text" : Quoted.Text(Text);

    public bool Is(string sign) => Kind == DotTokenKind.Sign && Text == sign;

    // Keywords are independent of case (The DOT Language, graphviz.org).
    public bool IsKeyword(string word) => Kind == DotTokenKind.Id && !IsQuoted && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
