using System.Text;

namespace Wavetank.Applications.Zones;

/// <summary>Cuts a line of a zone file into words: at white space, but not within quotation marks (RFC 1035 §5.1).</summary>
internal static class ZoneWords
{
    /// <summary>False if a quotation mark lacks its pair.</summary>
    public static bool TrySplit(string text, out List<string> words)
    {
        words = [];
        StringBuilder? word = null;
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                word ??= new StringBuilder();
                isQuoted = !isQuoted;
            }
            else if (char.IsWhiteSpace(c) && !isQuoted)
            {
                Add(words, ref word);
            }
            else
            {
                // Within quotation marks \" is one; elsewhere the name itself reads what stands behind a backslash.
                bool isEscape = isQuoted && c == '\\' && i + 1 < text.Length;
                (word ??= new StringBuilder()).Append(isEscape ? text[++i] : c);
            }
        }

        Add(words, ref word);
        return !isQuoted;
    }

    private static void Add(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
            word = null;
        }
    }
}
