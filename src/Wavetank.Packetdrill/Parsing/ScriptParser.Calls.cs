using System.Text;
using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

internal sealed partial class ScriptParser
{
    private const int MostNesting = 20;

    private ScriptAction.Call ReadCall(long? end)
    {
        if (!_cursor.TryWord(out string name))
            throw _cursor.Expected("a packet ('<' or '>'), a system call, a command in backquotes, or code in %{ }%");
        _cursor.Take("(", "behind the name of a system call");
        IReadOnlyList<Argument> arguments = ReadArguments(")", 0);
        _cursor.Take("=", "and the result behind a system call");
        Argument result = ReadArgument(0);
        string? errno = null;
        if (char.IsAsciiLetterUpper(_cursor.Next) && _cursor.TryWord(out string word))
            errno = word;
        if (_cursor.TryTake("("))
            _cursor.Until(")", "the note behind the result");
        return new ScriptAction.Call(name, arguments, result, errno, end);
    }

    private List<Argument> ReadArguments(string close, int depth)
    {
        var arguments = new List<Argument>();
        while (!_cursor.TryTake(close))
        {
            if (arguments.Count > 0)
                _cursor.Take(",", $"or '{close}' behind an argument");
            arguments.Add(ReadArgument(depth));
        }

        return arguments;
    }

    private Argument ReadArgument(int depth)
    {
        Place place = _cursor.Here;
        if (depth > MostNesting)
            throw new SyntaxError(place, $"arguments are nested at most {MostNesting} deep");
        Argument first = ReadPrimary(depth);
        if (_cursor.Next != '|')
            return first;
        List<Argument> parts = [first];
        while (_cursor.TryTake("|"))
            parts.Add(ReadPrimary(depth));
        return new Argument.Union(place, parts);
    }

    private Argument ReadPrimary(int depth)
    {
        Place place = _cursor.Here;
        if (_cursor.TryTake("..."))
            return new Argument.Any(place);
        if (_cursor.TryTake("["))
            return new Argument.List(place, ReadArguments("]", depth + 1));
        if (_cursor.TryTake("{"))
            return new Argument.Structure(place, ReadFields(depth + 1));
        if (_cursor.Next == '"')
        {
            string text = ReadString();
            _cursor.TryTake("...");
            return new Argument.Text(place, text);
        }

        if (_cursor.TryInteger(out long value))
            return new Argument.Number(place, value);
        if (!_cursor.TryWord(out string word))
            throw _cursor.Expected("an argument: a number, a name, '...', a string, [list] or {structure}");
        return _cursor.TryTake("(")
            ? new Argument.Function(place, word, ReadArguments(")", depth + 1))
            : new Argument.Word(place, word);
    }

    /// <summary>Reads <c>name=value</c>, <c>name(count)=value</c> or a value alone, up to the closing brace.</summary>
    private List<Argument.Field> ReadFields(int depth)
    {
        var fields = new List<Argument.Field>();
        while (!_cursor.TryTake("}"))
        {
            if (fields.Count > 0)
                _cursor.Take(",", "or '}' behind a field");
            Argument item = ReadArgument(depth);
            if (!_cursor.TryTake("="))
            {
                fields.Add(new Argument.Field(null, item));
                continue;
            }

            string name = item switch
            {
                Argument.Word word => word.Name,
                Argument.Function function => function.Name,
                _ => throw new SyntaxError(item.Place, "a field's name stands before '='"),
            };
            fields.Add(new Argument.Field(name, ReadArgument(depth)));
        }

        return fields;
    }

    private string ReadString()
    {
        Place place = _cursor.Here;
        _cursor.Take("\"", "before a string");
        var text = new StringBuilder();
        while (_cursor.At(0) != '"')
        {
            char next = _cursor.At(0);
            if (next is '\0' or '\n')
                throw new SyntaxError(place, "the string is not closed: '\"' is missing");
            _cursor.Position++;
            if (next == '\\')
            {
                next = _cursor.At(0) switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', char other => other };
                _cursor.Position++;
            }

            text.Append(next);
        }

        _cursor.Position++;
        return text.ToString();
    }
}
