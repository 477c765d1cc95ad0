namespace Wavetank.Scenarios.Model;

/// <summary>Whose figure an expectation speaks of.</summary>
/// <param name="Sort">What the name names.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Applications">
/// The applications whose figures are taken together, as indexes into <see cref="Scenario.Applications"/>; empty for a link.
/// </param>
/// <param name="Host">The one host that is meant (<c>client-3</c>); null for all hosts of the applications, or of a group.</param>
/// <param name="Links">The names of the links whose figures are taken together; empty for applications.</param>
/// <param name="Side">Of a link: which of its directions.</param>
public sealed record ExpectationSubject(
    SubjectSort Sort,
    string Name,
    IReadOnlyList<int> Applications,
    string? Host,
    IReadOnlyList<string> Links,
    LinkSide Side = LinkSide.Both)
{
    /// <summary>The hosts of the group that is meant; null where it is no group.</summary>
    internal IReadOnlyList<string>? Group { get; init; }
}
