using System.Globalization;
using System.Text;

namespace Wavetank.Devices.Topologies.Reading;

/// <summary>
/// Gives nodes names that devices can have: their id if that is one, else their label, in lower-case letters, digits and hyphens; of equal ones
/// the second gets a number.
/// </summary>
internal sealed class DeviceNames
{
    private const int Longest = 50;

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

        // Accents stand alone then, and fall away.
        foreach (char letter in Decomposed(text).ToLowerInvariant())
        {
            if (name.Length >= Longest)
            {
                break;
            }

            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
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

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: no text that has a form.
            return text;
        }
    }
}
