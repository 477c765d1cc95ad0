using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wavetank.Scenarios.Reading;

/// <summary>The events of a YAML text; every failure of the YAML library leaves here as a problem with a place.</summary>
internal sealed class YamlEvents
{
    private readonly Problems _problems;
    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    internal YamlEvents(string text, Problems problems)
    {
        _problems = problems;
        _text = text;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The next event.</summary>
    /// <exception cref="ScenarioException">The text is not YAML from here on.</exception>
    internal ParsingEvent Next()
    {
        try
        {
            if (_parser.MoveNext())
                return _parser.Current!;
        }
        catch (YamlException exception)
        {
            throw Fail(PlaceOf(exception.Start), exception.Message);
        }
        // The parser's own slips: some broken texts (such as "[1, 2" before a new key) end in one of these instead of a YamlException.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or FormatException or OverflowException)
        {
            throw Fail(PlaceOf(_scanner.CurrentPosition), "");
        }

        throw Fail(PlaceOf(_scanner.CurrentPosition), "unexpected end of stream");
    }

    internal static Place PlaceOf(ParsingEvent current) => PlaceOf(current.Start);

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private ScenarioException Fail(Place place, string reason)
    {
        (Place where, string message) = YamlSyntax.Explain(reason, _text, place);
        _problems.Add(where, "", message);
        return _problems.ToException();
    }
}
