namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>An RFC with what it asks for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Note">What the whole of it is here, where one sentence says it; may be empty.</param>
/// <param name="Requirements">The rows, in the list's order. None where the RFC is a source of names and numbers, or not done at all.</param>
internal sealed record RfcDocument(int Number, string Title, string Note, IReadOnlyList<RfcRequirement> Requirements)
{
    /// <summary>The row that a citation of a section means: the one whose label follows in the text, else the one without a label.</summary>
    /// <param name="section">The section, as <c>§4.3</c>.</param>
    /// <param name="following">The text right behind it.</param>
    public RfcRequirement? Find(string section, string following)
    {
        string rest = following.TrimStart(',', ' ');
        return Requirements
            .Where(row => row.Section == section && row.Id.StartsWith('§') && StartsWithLabel(rest, row.Id[section.Length..].Trim()))
            .MaxBy(row => row.Id.Length);
    }

    public RfcRequirement? Find(string id) => Requirements.FirstOrDefault(row => row.Id == id);

    private static bool StartsWithLabel(string text, string label) =>
        text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (label.Length == 0 || text.Length == label.Length || !char.IsLetterOrDigit(text[label.Length]));
}
