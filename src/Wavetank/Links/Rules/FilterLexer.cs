using System.Text;

namespace Wavetank.Links.Rules;

/// <summary>Cuts an expression into tokens.</summary>
internal static class FilterLexer
{
    private const int MostCharacters = 1000;

    private static readonly string[] Signs = ["&&", "||", "==", "!=", "<=", ">=", "(", ")", "!", "=", "<", ">"];

    /// <exception cref="PacketFilterException">There is a character that begins no token, or a text without end.</exception>
    public static List<FilterToken> Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new PacketFilterException($"is longer than {MostCharacters} characters", MostCharacters + 1);
        }

        List<FilterToken> tokens = [];
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] == '"' || text[i] == '\'')
            {
                tokens.Add(new FilterToken(ReadText(text, ref i), start + 1, IsText: true));
            }
            else if (Array.Find(Signs, sign => text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal)) is { } sign)
            {
                tokens.Add(new FilterToken(sign, start + 1));
                i += sign.Length;
            }
            else if (IsWord(text[i]))
            {
                while (i < text.Length && IsWord(text[i]))
                {
                    i++;
                }

                tokens.Add(new FilterToken(text[start..i], start + 1));
            }
            else
            {
                throw new PacketFilterException($"\"{text[i]}\" begins nothing; write words, numbers, texts in quotes, and && || ! ( ) = != < <= > >=", start + 1);
            }
        }

        tokens.Add(new FilterToken("", text.Length + 1));
        return tokens;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '/' or '-' or '_';

    /// <summary>Reads a text in quotes; each of its characters is one byte (Latin-1).</summary>
    private static string ReadText(string text, ref int i)
    {
        int start = i;
        char quote = text[i++];
        var result = new StringBuilder();
        while (i < text.Length && text[i] != quote)
        {
            if (text[i] > 0xff)
            {
                throw new PacketFilterException("a text in quotes holds bytes; write characters up to ÿ, or \\xNN", i + 1);
            }

            result.Append(text[i] == '\\' ? ReadEscape(text, ref i) : text[i++]);
        }

        if (i == text.Length)
        {
            throw new PacketFilterException("a text in quotes has no end", start + 1);
        }

        i++;
        return result.ToString();
    }

    private static char ReadEscape(string text, ref int i)
    {
        int start = i;
        char kind = i + 1 < text.Length ? text[i + 1] : '\0';
        i += 2;
        switch (kind)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '\\' or '"' or '\'':
                return kind;
            case 'x' when i + 2 <= text.Length && byte.TryParse(text.AsSpan(i, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out byte value):
                i += 2;
                return (char)value;
            default:
                throw new PacketFilterException("known after a backslash are n, r, t, a quote, a backslash, and x with two hexadecimal digits", start + 1);
        }
    }
}
