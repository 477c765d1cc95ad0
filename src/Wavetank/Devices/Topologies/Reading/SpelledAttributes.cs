namespace Wavetank.Devices.Topologies.Reading;

/// <summary>
/// Tells of attributes that are ours but for one slip. All others belong to other programs, of which there are many, and are passed over.
/// </summary>
internal static class SpelledAttributes
{
    // Attributes of Graphviz that are near to ours.
    private static readonly string[] OfOthers = ["lp", "rank", "rotate", "root", "date"];

    public static void Check(GraphAttributes attributes, IReadOnlyCollection<string> known, TopologyProblems problems)
    {
        foreach (GraphAttribute attribute in attributes.All)
        {
            string key = GraphAttribute.KeyOf(attribute.Name);
            if (!known.Contains(key) && !OfOthers.Contains(key) && Words.SlipOf(key, known) is { } meant)
            {
                problems.Add(attribute.Place, $"{Words.Quote(attribute.Name)} is not a known attribute; did you mean {Words.Quote(meant)}?");
            }
        }
    }
}
