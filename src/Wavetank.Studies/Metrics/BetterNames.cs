using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>What is better, in the words of documents.</summary>
internal static class BetterNames
{
    /// <summary><c>lower</c>, <c>higher</c>, or null where it depends.</summary>
    internal static string? Of(Better better) => better switch
    {
        Better.Lower => "lower",
        Better.Higher => "higher",
        _ => null,
    };

    /// <summary>The same read back; neither for what is no such word.</summary>
    internal static Better Read(string? word) => word switch
    {
        "lower" => Better.Lower,
        "higher" => Better.Higher,
        _ => Better.Neither,
    };
}
