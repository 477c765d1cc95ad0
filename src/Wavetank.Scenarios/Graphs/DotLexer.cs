using System.Text;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Cuts DOT into words and signs; passes over comments and lines of a preprocessor.</summary>
internal sealed class DotLexer(string text, GraphProblems problems)
{
    private const string Signs = "{}[]=;,:+";

    private int _at;
    private int _line = 1;
    private int _lineStart;

    private TextPlace Here => new(_line, _at - _lineStart + 1);

    public DotToken Next()
    {
        PassOver();
        TextPlace place = Here;
        if (_at == text.Length)
        {
            return new DotToken(DotTokenKind.End, "", place);
        }

        char first = text[_at];
        if (first == '"')
        {
            return new DotToken(DotTokenKind.Id, ReadQuoted(place), place, IsQuoted: true);
        }

        if (first == '<')
        {
            return new DotToken(DotTokenKind.Id, ReadMarkup(place), place, IsQuoted: true);
        }

        if (Signs.Contains(first))
        {
            Step();
            return new DotToken(DotTokenKind.Sign, first.ToString(), place);
        }

        if (first == '-' && _at + 1 < text.Length && text[_at + 1] is '-' or '>')
        {
            Step();
            Step();
            return new DotToken(DotTokenKind.Sign, text[(_at - 2).._at], place);
        }

        return new DotToken(DotTokenKind.Id, ReadWord(place), place);
    }

    private string ReadWord(TextPlace place)
    {
        int start = _at;
        bool isNumber = text[_at] == '-' || text[_at] == '.' || char.IsAsciiDigit(text[_at]);
        if (text[_at] == '-')
        {
            Step();
        }

        // A number ends where its digits do; letters that follow are what the writer meant as one word.
        while (_at < text.Length && (IsOfWord(text[_at]) || (isNumber && text[_at] == '.')))
        {
            Step();
        }

        if (_at == start || (text[start] == '-' && (_at == start + 1 || IsLetter(text[start + 1]))))
        {
            throw problems.Fatal(place, $"{Quoted.Text(text[start].ToString())} has no meaning here; write names that have other signs than letters, digits and _ in quotes");
        }

        // By the letter of the language web-1 is web, and the number -1.
        if (_at < text.Length && text[_at] == '-' && !(_at + 1 < text.Length && text[_at + 1] is '-' or '>'))
        {
            throw problems.Fatal(Here, "\"-\" has no meaning within a name; write names that have other signs than letters, digits and _ in quotes");
        }

        return text[start.._at];
    }

    private static bool IsLetter(char letter) => IsOfWord(letter) && !char.IsAsciiDigit(letter);

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_' || letter >= 0x80;

    private string ReadQuoted(TextPlace place)
    {
        var value = new StringBuilder();
        Step();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\' or '\n')
            {
                Step();
                if (text[_at] != '\n')
                {
                    value.Append(text[_at]);
                }
            }
            else
            {
                value.Append(text[_at]);
            }

            Step();
        }

        if (_at == text.Length)
        {
            throw problems.Fatal(place, "begins a text in quotes that never ends; write the closing \"");
        }

        Step();
        return value.ToString();
    }

    private string ReadMarkup(TextPlace place)
    {
        int start = _at;
        int depth = 0;
        do
        {
            depth += text[_at] == '<' ? 1 : text[_at] == '>' ? -1 : 0;
            Step();
        }
        while (depth > 0 && _at < text.Length);
        return depth == 0 ? text[(start + 1)..(_at - 1)] : throw problems.Fatal(place, "begins a text in < > that never ends; write the closing >");
    }

    private void PassOver()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                Step();
            }
            else if (Begins("//") || (text[_at] == '#' && _at == _lineStart))
            {
                while (_at < text.Length && text[_at] != '\n')
                {
                    Step();
                }
            }
            else if (Begins("/*"))
            {
                TextPlace place = Here;
                Step();
                Step();
                while (!Begins("*/"))
                {
                    if (_at == text.Length)
                    {
                        throw problems.Fatal(place, "begins a comment that never ends; write the closing */");
                    }

                    Step();
                }

                Step();
                Step();
            }
            else
            {
                return;
            }
        }
    }

    private bool Begins(string sign) => text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal);

    private void Step()
    {
        if (text[_at++] == '\n')
        {
            _line++;
            _lineStart = _at;
        }
    }
}
