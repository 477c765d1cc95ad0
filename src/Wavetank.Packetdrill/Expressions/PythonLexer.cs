namespace Wavetank.Packetdrill.Expressions;

/// <summary>Cuts code into tokens. Lines end statements, but not inside brackets.</summary>
internal static class PythonLexer
{
    private static readonly string[] LongSymbols = ["**", "//", "==", "!=", "<=", ">=", "<<", ">>"];

    public static List<PythonToken> Read(string code)
    {
        var tokens = new List<PythonToken>();
        int position = 0, open = 0;
        while (position < code.Length)
        {
            char next = code[position];
            int start = position;
            if (next == '\n' || next == ';')
            {
                if (open == 0)
                    tokens.Add(new PythonToken(PythonTokenKind.NewLine, "", start));
                position++;
            }
            else if (char.IsWhiteSpace(next) || next == '\\')
            {
                position++;
            }
            else if (next == '#')
            {
                while (position < code.Length && code[position] != '\n')
                    position++;
            }
            else if (char.IsAsciiDigit(next) || (next == '.' && position + 1 < code.Length && char.IsAsciiDigit(code[position + 1])))
            {
                while (position < code.Length && (char.IsAsciiLetterOrDigit(code[position]) || code[position] is '.' or '_'))
                    position++;
                tokens.Add(new PythonToken(PythonTokenKind.Number, code[start..position], start));
            }
            else if (char.IsAsciiLetter(next) || next == '_')
            {
                while (position < code.Length && (char.IsAsciiLetterOrDigit(code[position]) || code[position] == '_'))
                    position++;
                tokens.Add(new PythonToken(PythonTokenKind.Name, code[start..position], start));
            }
            else if (next is '"' or '\'')
            {
                position = code.IndexOf(next, position + 1);
                if (position < 0)
                    throw new PythonException(start, "a string is not closed");
                tokens.Add(new PythonToken(PythonTokenKind.Text, code[(start + 1)..position], start));
                position++;
            }
            else
            {
                string symbol = Array.Find(LongSymbols, s => string.CompareOrdinal(code, start, s, 0, s.Length) == 0) ?? next.ToString();
                open += next is '(' or '[' ? 1 : next is ')' or ']' ? -1 : 0;
                tokens.Add(new PythonToken(PythonTokenKind.Symbol, symbol, start));
                position += symbol.Length;
            }
        }

        tokens.Add(new PythonToken(PythonTokenKind.End, "", code.Length));
        return tokens;
    }
}
