using Wavetank.Scenarios.Words;
namespace Wavetank.Scenarios.Graphs;

/// <summary>
/// Tells of attributes that are ours but for one slip. All others belong to other programs, of which there are many, and are passed over.
/// </summary>
internal static class SpelledAttributes
{
    // Attributes of Graphviz that are near to ours.
    private static readonly string[] OfOthers = ["lp", "rank", "rotate", "root", "date"];

    public static void Check(GraphAttributes attributes, IReadOnlyCollection<string> known, GraphProblems problems)
    {
        foreach (GraphAttribute attribute in attributes.All)
        {
            string key = GraphAttribute.KeyOf(attribute.Name);
            if (!known.Contains(key) && !OfOthers.Contains(key) && GraphWords.SlipOf(key, known) is { } meant)
            {
                problems.Add(attribute.Place, $"{Quoted.Text(attribute.Name)} is not a known attribute; did you mean {Quoted.Text(meant)}?");
            }
        }
    }
}
