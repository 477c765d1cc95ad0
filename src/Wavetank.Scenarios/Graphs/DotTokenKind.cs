namespace Wavetank.Scenarios.Graphs;

/// <summary>What a piece of DOT is.</summary>
internal enum DotTokenKind
{
    /// <summary>A name, a number, or a text in quotes.</summary>
    Id,

    /// <summary>A bracket, <c>--</c> and the like.</summary>
    Sign,

    /// <summary>Nothing follows.</summary>
    End,
}
