namespace Wavetank.Scenarios.Reading;

/// <summary>The names by which an override may address the items of a list.</summary>
internal static class SequenceNames
{
    internal static Element? Find(SequenceElement sequence, string name) =>
        sequence.Items.FirstOrDefault(item => NameOf(item) == name);

    internal static IEnumerable<string> All(SequenceElement sequence) => sequence.Items.Select(NameOf).OfType<string>();

    // The item's own name; else what it is called without one: a link by its two ends, an application by its kind.
    private static string? NameOf(Element item)
    {
        if (item is not MappingElement mapping)
            return null;
        if (mapping.Find("name")?.Value is ScalarElement name)
            return name.Text;
        if (mapping.Find("between")?.Value is SequenceElement { Items: [ScalarElement first, ScalarElement second] })
            return $"{first.Text}-{second.Text}";
        return mapping.Find("run")?.Value is ScalarElement run ? run.Text : null;
    }
}
