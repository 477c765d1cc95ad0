using System.Globalization;
using System.Text;

namespace Wavetank.Packetdrill.Running.Shell;

/// <summary>Cuts shell commands into words: quotes, comments, lines that go on, and products in <c>$((...))</c>. Nothing more of a shell.</summary>
internal static class ShellWords
{
    /// <summary>The commands of a text, each with its words.</summary>
    public static List<string[]> Read(string text)
    {
        var commands = new List<string[]>();
        var words = new List<string>();
        var word = new StringBuilder();
        bool inWord = false;
        char quote = '\0';
        string joined = text.Replace("\\\n", " ", StringComparison.Ordinal);

        void EndWord()
        {
            if (inWord)
                words.Add(word.ToString());
            word.Clear();
            inWord = false;
        }

        void EndCommand()
        {
            EndWord();
            if (words.Count > 0)
                commands.Add([.. words]);
            words.Clear();
        }

        for (int i = 0; i < joined.Length; i++)
        {
            char next = joined[i];
            if (next == '$' && quote != '\'' && string.CompareOrdinal(joined, i, "$((", 0, 3) == 0 && joined.IndexOf("))", i, StringComparison.Ordinal) is var end and >= 0)
            {
                word.Append(Product(joined[(i + 3)..end]));
                inWord = true;
                i = end + 1;
            }
            else if (quote != '\0')
            {
                if (next == quote)
                    quote = '\0';
                else
                    word.Append(next);
            }
            else if (next is '"' or '\'')
            {
                quote = next;
                inWord = true;
            }
            else if (next is '\n' or ';' or '&' && !(next == '&' && i > 0 && joined[i - 1] == '>'))
            {
                EndCommand();
            }
            else if (char.IsWhiteSpace(next))
            {
                EndWord();
            }
            else if (next == '#' && !inWord)
            {
                i = joined.IndexOf('\n', i) is var newLine and >= 0 ? newLine - 1 : joined.Length;
            }
            else
            {
                word.Append(next);
                inWord = true;
            }
        }

        EndCommand();
        return commands;
    }

    private static string Product(string expression)
    {
        long product = 1;
        foreach (string factor in expression.Split('*', StringSplitOptions.TrimEntries))
        {
            if (!long.TryParse(factor, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
                return $"$(({expression}))";
            product *= value;
        }

        return product.ToString(CultureInfo.InvariantCulture);
    }
}
