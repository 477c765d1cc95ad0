namespace Wavetank.Scenarios.Kinds;

/// <summary>What a number counts, in words that fit behind it.</summary>
/// <param name="One">Behind 1: <c>reply verified</c>.</param>
/// <param name="Many">Behind any other number: <c>replies verified</c>.</param>
public sealed record CountedWords(string One, string Many)
{
    /// <summary>The words that fit behind a number.</summary>
    public string Behind(long number) => number == 1 ? One : Many;
}
