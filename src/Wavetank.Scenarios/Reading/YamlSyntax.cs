namespace Wavetank.Scenarios.Reading;

/// <summary>Says in plain words what a YAML syntax error usually means to the one who typed it.</summary>
internal static class YamlSyntax
{
    // By a fragment of the library's reason; the first that fits wins.
    private static readonly (string Reason, string Meaning)[] Meanings =
    [
        ("tab character", "a tab is used for indentation; use spaces"),
        ("quoted scalar, found unexpected end", "a quotation mark is opened here and never closed"),
        ("quoted scalar, found unexpected document", "a quotation mark is opened here and never closed"),
        ("unknown escape", "an unknown escape in double quotes; write \\\\ for a backslash, or use single quotes"),
        ("multiline plain scalar, found invalid mapping", "the line above has no colon; write key: value"),
        ("plain scalar value, found invalid mapping", "a second colon, or a key indented deeper than its neighbours; put a text with a colon into quotes"),
        ("cannot start any token", "a value cannot begin with this character; put the text into quotes"),
        ("did not find expected key", "the indentation does not fit the lines above; keys of one mapping begin in the same column"),
        ("did not find expected '-'", "the indentation does not fit the lines above; items of one list begin in the same column"),
        ("expected ',' or", "a bracket is opened and never closed, or a comma is missing"),
        ("did not find expected node content", "a value is missing, or a bracket or comma is out of place"),
        ("expected <document", "the text after the end of the scenario fits nothing; check brackets and indentation"),
        ("incompatible YAML", "only YAML 1.1 and 1.2 are understood; remove the %YAML line"),
    ];

    /// <summary>What is wrong, and the place of it where that is not the one that the library gives.</summary>
    internal static (Place Place, string Message) Explain(string reason, string text, Place place)
    {
        return FindTab(text, place.Line) is Place tab
            ? (tab, "this is not valid YAML: a tab is used for indentation; use spaces")
            : (place, Meaning(reason));
    }

    private static string Meaning(string reason)
    {
        foreach ((string fragment, string meaning) in Meanings)
        {
            if (reason.Contains(fragment, StringComparison.OrdinalIgnoreCase))
                return $"this is not valid YAML: {meaning}";
        }

        return "this is not valid YAML: check brackets, quotation marks and indentation at or above this line";
    }

    // The library reports a tab where the value before it begins: on the same line or on the one above.
    private static Place? FindTab(string text, int firstLine)
    {
        int line = 1;
        foreach (ReadOnlySpan<char> content in text.AsSpan().EnumerateLines())
        {
            int indentation = content.Length - content.TrimStart(" \t").Length;
            int tab = content[..indentation].IndexOf('\t');
            if (tab >= 0 && line >= firstLine)
                return new Place(line, tab + 1);
            if (++line > firstLine + 1)
                return null;
        }

        return null;
    }
}
