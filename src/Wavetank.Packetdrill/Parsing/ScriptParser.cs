using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

/// <summary>
/// Reads packetdrill's notation: options, then timed events, each a packet, a system call, shell commands or code. Written from the
/// notation's public description; it shares nothing with the tool itself.
/// </summary>
/// <remarks>
/// Not understood: encapsulations (GRE, MPLS, IP in IP), multipath TCP, and TCP options that the stack does not know; a script that has them is
/// not applicable.
/// </remarks>
internal sealed partial class ScriptParser
{
    private const int MostProblems = 50;

    private readonly string _file;
    private readonly ScriptCursor _cursor;
    private readonly List<ScriptProblem> _problems = [];
    private NotApplicableException? _notApplicable;

    private ScriptParser(string file, string text)
    {
        _file = file;
        _cursor = new ScriptCursor(text);
    }

    /// <summary>Reads a script.</summary>
    /// <exception cref="ScriptSyntaxException">It cannot be read; all problems are listed.</exception>
    /// <exception cref="NotApplicableException">It can, but has something that is not modelled.</exception>
    public static Script Parse(string file, string text) => new ScriptParser(file, text).Read();

    private Script Read()
    {
        var options = new List<ScriptOption>();
        var events = new List<ScriptEvent>();
        Guard(() => ReadOptions(options));
        while (_problems.Count < MostProblems && !Guard(() => _cursor.IsAtEnd, atProblem: true))
            Guard(() => events.Add(ReadEvent()));

        if (_problems.Count == 0 && events.Count == 0 && _notApplicable is null)
            _problems.Add(new ScriptProblem(_file, 1, 1, "the script has no events"));
        if (_problems.Count > 0)
            throw new ScriptSyntaxException(_problems);
        return _notApplicable is null ? new Script(_file, options, events) : throw _notApplicable;
    }

    private void Guard(Action read) => Guard(() => { read(); return true; }, atProblem: false);

    /// <summary>Reads one thing; notes a problem and goes on at the next line that looks like the start of an event.</summary>
    private bool Guard(Func<bool> read, bool atProblem)
    {
        try
        {
            return read();
        }
        catch (SyntaxError error)
        {
            _problems.Add(new ScriptProblem(_file, error.Place.Line, error.Place.Column, error.Message));
        }
        catch (NotApplicableException exception)
        {
            _notApplicable ??= exception;
        }

        Resynchronize();
        return atProblem;
    }

    private void Resynchronize()
    {
        do
        {
            _cursor.SkipLine();
            _cursor.Position++;
            int blanks = 0;
            while (_cursor.At(blanks) is ' ' or '\t')
                blanks++;
            if (_cursor.At(blanks) is '+' or '*' or '.' or '`' || char.IsAsciiDigit(_cursor.At(blanks)))
                return;
        }
        while (_cursor.At(0) != '\0');
    }

    private void ReadOptions(List<ScriptOption> options)
    {
        while (_cursor.Next == '-' && _cursor.At(1) == '-')
        {
            Place place = _cursor.Here;
            _cursor.Position += 2;
            if (!_cursor.TryWord(out string name))
                throw _cursor.Expected("an option's name behind '--'");
            string value = "";
            if (_cursor.At(0) == '=')
            {
                _cursor.Position++;
                value = _cursor.At(0) == '"' ? ReadString() : _cursor.UntilBlank();
            }

            options.Add(new ScriptOption(place, name, value));
        }
    }

    private ScriptEvent ReadEvent()
    {
        Place place = _cursor.Here;
        if (_cursor.Next == '`')
            return new ScriptEvent(place, new EventTime(EventTimeKind.Relative, 0, 0), ReadCommand());

        EventTime time = ReadTime(out long? end);
        ScriptAction action = _cursor.Next switch
        {
            '`' => ReadCommand(),
            '%' => ReadCode(),
            '<' or '>' => ReadPacket(),
            _ => ReadCall(end),
        };
        if (end is not null && action is not ScriptAction.Call)
            throw new SyntaxError(place, "only a system call has an end time behind '...'; write a range of times as start~end");
        return new ScriptEvent(place, time, action);
    }

    private ScriptAction.Command ReadCommand()
    {
        _cursor.Take("`", "before a command");
        return new ScriptAction.Command(_cursor.Until("`", "the command"));
    }

    private ScriptAction.Code ReadCode()
    {
        _cursor.Take("%{", "before code");
        Place start = _cursor.PlaceOf(_cursor.Position);
        return new ScriptAction.Code(_cursor.Until("}%", "the code"), start);
    }
}
