using System.Globalization;
using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

/// <summary>
/// The lexer. It is asked for what the grammar expects next, because the notation's tokens depend on where they stand: <c>S.</c> is
/// flags behind a direction and <c>1</c> is a time, a number or a port.
/// </summary>
internal sealed class ScriptCursor
{
    private readonly string _text;
    private readonly List<int> _lineStarts = [0];

    public ScriptCursor(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _lineStarts.Add(i + 1);
        }
    }

    public int Position { get; set; }

    /// <summary>The place of the next token.</summary>
    public Place Here
    {
        get
        {
            SkipBlanks();
            return PlaceOf(Position);
        }
    }

    /// <summary>Whether only blanks and comments are left.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return Position >= _text.Length;
        }
    }

    /// <summary>The next character behind blanks and comments; NUL at the end.</summary>
    public char Next
    {
        get
        {
            SkipBlanks();
            return At(0);
        }
    }

    /// <summary>The character that lies an offset behind the position, blanks included; NUL behind the end.</summary>
    public char At(int offset) => Position + offset < _text.Length ? _text[Position + offset] : '\0';

    public bool TryTake(string symbol)
    {
        SkipBlanks();
        if (string.CompareOrdinal(_text, Position, symbol, 0, symbol.Length) != 0)
            return false;
        Position += symbol.Length;
        return true;
    }

    public void Take(string symbol, string where)
    {
        if (!TryTake(symbol))
            throw Expected($"'{symbol}' {where}");
    }

    /// <summary>Takes a word if it is the next one, whole.</summary>
    public bool TryTakeWord(string word)
    {
        int start = Position;
        if (TryWord(out string found) && found == word)
            return true;
        Position = start;
        return false;
    }

    public bool TryWord(out string word)
    {
        SkipBlanks();
        int length = 0;
        while (char.IsAsciiLetterOrDigit(At(length)) || At(length) == '_')
            length++;
        word = _text.Substring(Position, length);
        if (length == 0 || char.IsAsciiDigit(word[0]))
            return false;
        Position += length;
        return true;
    }

    public bool TryInteger(out long value)
    {
        SkipBlanks();
        int sign = At(0) == '-' ? 1 : 0;
        int length = sign;
        value = 0;
        if (At(sign) == '0' && At(sign + 1) is 'x' or 'X')
        {
            length += 2;
            while (char.IsAsciiHexDigit(At(length)))
                length++;
            if (!long.TryParse(_text.AsSpan(Position + sign + 2, length - sign - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out value))
                return false;
        }
        else
        {
            while (char.IsAsciiDigit(At(length)))
                length++;
            if (!long.TryParse(_text.AsSpan(Position + sign, length - sign), NumberStyles.None, CultureInfo.InvariantCulture, out value))
                return false;
        }

        value = sign == 1 ? -value : value;
        Position += length;
        return true;
    }

    /// <summary>An integer within a range, or an error that says what is expected.</summary>
    public long Integer(string what, long least, long most)
    {
        Place place = Here;
        if (!TryInteger(out long value))
            throw Expected(what);
        return value >= least && value <= most
            ? value
            : throw new SyntaxError(place, $"{what} lies between {least} and {most}, not at {value}");
    }

    /// <summary>Everything up to a terminator, which is taken too.</summary>
    public string Until(string terminator, string what)
    {
        Place place = PlaceOf(Position);
        int end = _text.IndexOf(terminator, Position, StringComparison.Ordinal);
        if (end < 0)
            throw new SyntaxError(place, $"{what} is not closed: '{terminator}' is missing");
        string inner = _text[Position..end];
        Position = end + terminator.Length;
        return inner;
    }

    /// <summary>Everything up to the next blank.</summary>
    public string UntilBlank()
    {
        int start = Position;
        while (Position < _text.Length && !char.IsWhiteSpace(_text[Position]))
            Position++;
        return _text[start..Position];
    }

    public void SkipLine()
    {
        while (Position < _text.Length && _text[Position] != '\n')
            Position++;
    }

    public SyntaxError Expected(string what)
    {
        Place place = Here;
        string found = Position >= _text.Length ? "the end of the script" : $"'{Excerpt()}'";
        return new SyntaxError(place, $"expected {what}, found {found}");
    }

    public Place PlaceOf(int position)
    {
        int index = _lineStarts.BinarySearch(position);
        int line = index >= 0 ? index : ~index - 1;
        return new Place(line + 1, position - _lineStarts[line] + 1);
    }

    private string Excerpt()
    {
        int end = Position;
        while (end < _text.Length && end - Position < 20 && !char.IsWhiteSpace(_text[end]))
            end++;
        return _text[Position..end];
    }

    private void SkipBlanks()
    {
        while (Position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[Position]))
            {
                Position++;
            }
            else if (_text[Position] == '#' || (_text[Position] == '/' && At(1) == '/'))
            {
                SkipLine();
            }
            else if (_text[Position] == '/' && At(1) == '*')
            {
                Position += 2;
                Until("*/", "the comment");
            }
            else
            {
                return;
            }
        }
    }
}
