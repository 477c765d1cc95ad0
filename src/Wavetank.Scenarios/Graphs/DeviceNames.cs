using System.Text;

namespace Wavetank.Scenarios.Graphs;

/// <summary>
/// Gives nodes names that devices can have: their id if that is one, else their label, in lower-case letters, digits and hyphens; of equal ones
/// the second gets a number.
/// </summary>
internal sealed class DeviceNames
{
    private const int Longest = 50;

    // U+00C0 to U+017F. The platform's own decomposition differs by how it was set up, and so would names.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public void Give(IEnumerable<GraphNode> nodes)
    {
        // What is a name already keeps it, wherever it stands.
        GraphNode[] all = [.. nodes];
        foreach (GraphNode node in all.Where(node => IsName(node.Id)))
        {
            _taken.Add(node.DeviceName = node.Id);
        }

        foreach (GraphNode node in all.Where(node => node.DeviceName.Length == 0))
        {
            string wanted = node.Attributes.TryGet("label", out GraphAttribute? label) && Made(label.Value) is { Length: > 0 } made ? made : Made(node.Id);
            node.DeviceName = Free(wanted.Length == 0 ? "node" : char.IsAsciiDigit(wanted[0]) ? $"n{wanted}" : wanted);
        }
    }

    /// <summary>A name made of any text; empty where nothing of it can be in one.</summary>
    public static string Made(string text)
    {
        var name = new StringBuilder();
        foreach (char letter in text)
        {
            if (name.Length >= Longest)
            {
                break;
            }

            char plain = Plain(letter);
            if (char.IsAsciiLetterLower(plain) || char.IsAsciiDigit(plain))
            {
                name.Append(plain);
            }
            else if (name.Length > 0 && name[^1] != '-' && letter is < '\u0300' or > '\u036f')
            {
                name.Append('-');
            }
        }

        return name.ToString().TrimEnd('-');
    }

    /// <summary>Whether scenarios and hosts can call a device so.</summary>
    public static bool IsName(string text, int longest = 63) =>
        text.Length > 0 && text.Length <= longest && char.IsAsciiLetterLower(text[0]) && text[^1] != '-' && text != "localhost"
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private string Free(string wanted)
    {
        string name = wanted == "localhost" ? "localhost-1" : wanted;
        for (int i = 2; !_taken.Add(name); i++)
        {
            name = $"{wanted}-{i}";
        }

        return name;
    }

    /// <summary>A letter in lower case and without its accent.</summary>
    private static char Plain(char letter) => letter switch
    {
        >= '\u00c0' and <= '\u017f' => Latin[letter - 0xc0],
        _ => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter,
    };
}
