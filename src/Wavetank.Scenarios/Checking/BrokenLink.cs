using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>A link with a problem of its own: what is known of its name.</summary>
/// <param name="Texts">Values that may have been meant as its name.</param>
/// <param name="First">The device at its first end; null when that is not known.</param>
/// <param name="Second">The device at its second end; null when that is not known.</param>
internal sealed record BrokenLink(IReadOnlyList<string> Texts, string? First, string? Second)
{
    /// <summary>A link, or a list of links, of which nothing is known.</summary>
    internal static readonly BrokenLink Unknown = new([], null, null);

    /// <param name="link">The link.</param>
    /// <param name="first">The device at its first end; null when that is not known.</param>
    /// <param name="second">The device at its second end; null when that is not known.</param>
    internal static BrokenLink Of(MappingElement link, string? first, string? second) =>
        new(NamesOf(link), first, second);

    /// <summary>The texts of a link that may be meant as its name: a name that is none, the value of a key that is not known.</summary>
    internal static IReadOnlyList<string> NamesOf(MappingElement link) =>
    [
        .. link.Entries
            .Where(entry => entry.Key == LinkKeys.Name.Name || LinkKeys.All.All(key => key.Name != entry.Key))
            .Select(entry => (entry.Value as ScalarElement)?.Text)
            .OfType<string>(),
    ];

    /// <summary>Whether a name that is not known may be this link's, or that of a member of its group.</summary>
    internal bool MayBeCalled(string name)
    {
        if (ReferenceEquals(this, Unknown) || Texts.Any(text => name.StartsWith($"{text}-", StringComparison.Ordinal) || Suggestion.Nearest(name, [text]) is not null))
            return true;
        if (First is null && Second is null)
            return Texts.Count == 0 && name.Contains('-', StringComparison.Ordinal);
        // A link without a name of its own is called by its ends, and its members by theirs.
        return (First is not null && name.StartsWith($"{First}-", StringComparison.Ordinal))
            || (Second is not null && name.EndsWith($"-{Second}", StringComparison.Ordinal))
            || (Second is not null && name.Contains($"-{Second}-", StringComparison.Ordinal));
    }
}
