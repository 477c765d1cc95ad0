using System.Globalization;

namespace Wavetank.Packetdrill.Expressions;

/// <summary>
/// Runs the code of a script: assertions about a connection's variables, assignments and prints. It evaluates while it reads.
/// </summary>
/// <remarks>
/// This is not Python: it knows one-line statements, whole numbers, floats, strings, tuples and operators, and neither control flow, imports,
/// lists, methods nor functions of one's own. Whole numbers have 64 bits.
/// </remarks>
internal sealed partial class PythonCode
{
    private readonly List<PythonToken> _tokens;
    private readonly IDictionary<string, object> _variables;
    private readonly Func<string, object?> _lookUp;
    private readonly Action<string> _print;
    private int _position;

    // Above zero while an operand is only read over, which `and`, `or` and `if` leave unevaluated.
    private int _skipping;

    private PythonCode(string code, IDictionary<string, object> variables, Func<string, object?> lookUp, Action<string> print)
    {
        _tokens = PythonLexer.Read(code);
        _variables = variables;
        _lookUp = lookUp;
        _print = print;
    }

    /// <summary>Runs code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="variables">The script's own variables, which live from one piece of code to the next.</param>
    /// <param name="lookUp">Gives the other names their values; null for one that it does not know.</param>
    /// <param name="print">Takes what is printed.</param>
    /// <exception cref="AssertionFailedException">An assertion does not hold.</exception>
    /// <exception cref="PythonException">The code is not understood.</exception>
    public static void Run(string code, IDictionary<string, object> variables, Func<string, object?> lookUp, Action<string> print) =>
        new PythonCode(code, variables, lookUp, print).RunAll();

    private PythonToken Next => _tokens[_position];

    private void RunAll()
    {
        while (Next.Kind != PythonTokenKind.End)
        {
            if (Next.Kind == PythonTokenKind.NewLine)
            {
                _position++;
                continue;
            }

            RunStatement();
            if (Next.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End))
                throw Unexpected("the end of the statement");
        }
    }

    private void RunStatement()
    {
        PythonToken first = Next;
        PythonToken second = _tokens[Math.Min(_position + 1, _tokens.Count - 1)];
        if (TryTakeName("assert"))
        {
            RunAssertion(first);
        }
        else if (first is { Kind: PythonTokenKind.Name, Text: "print" })
        {
            _position++;
            object value = Next.Kind is PythonTokenKind.NewLine or PythonTokenKind.End ? "" : EvaluateList();
            _print(value is object[] items ? string.Join(' ', items.Select(PythonValues.ToText)) : PythonValues.ToText(value));
        }
        else if (TryTakeName("pass"))
        {
        }
        else if (first.Kind == PythonTokenKind.Name && second is { Kind: PythonTokenKind.Symbol, Text: "=" })
        {
            _position += 2;
            _variables[first.Text] = EvaluateList();
        }
        else
        {
            throw new PythonException(first.Offset, $"'{first.Text}' begins no statement that is understood here: assert, print and name = value do");
        }
    }

    private void RunAssertion(PythonToken first)
    {
        object truth = Evaluate();
        object? message = TryTakeSymbol(",") ? Evaluate() : null;
        if (PythonValues.IsTrue(truth))
            return;
        throw new AssertionFailedException(first.Offset, message is null ? "" : PythonValues.ToText(message));
    }

    private object EvaluateList()
    {
        object first = Evaluate();
        if (Next is not { Kind: PythonTokenKind.Symbol, Text: "," })
            return first;
        List<object> items = [first];
        while (TryTakeSymbol(","))
        {
            if (Next.Kind is PythonTokenKind.NewLine or PythonTokenKind.End || Next.Text is ")")
                break;
            items.Add(Evaluate());
        }

        return items.ToArray();
    }

    private static object ParseNumber(PythonToken token)
    {
        string text = token.Text.Replace("_", "", StringComparison.Ordinal);
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long hexadecimal))
            return hexadecimal;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long whole))
            return whole;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double real)
            ? real
            : throw new PythonException(token.Offset, $"'{token.Text}' is not a number");
    }

    private bool TryTakeName(string name) => TryTake(PythonTokenKind.Name, name);

    private bool TryTakeSymbol(string symbol) => TryTake(PythonTokenKind.Symbol, symbol);

    private bool TryTake(PythonTokenKind kind, string text)
    {
        if (Next.Kind != kind || Next.Text != text)
            return false;
        _position++;
        return true;
    }

    private PythonException Unexpected(string expected) => new(
        Next.Offset, $"expected {expected}, found {(Next.Kind is PythonTokenKind.End or PythonTokenKind.NewLine ? "the end of the line" : $"'{Next.Text}'")}");
}
