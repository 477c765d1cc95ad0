namespace Wavetank.Packetdrill.Expressions;

/// <summary>Expressions, one method for each level of Python's table of precedence, the weakest first.</summary>
internal sealed partial class PythonCode
{
    private const int MostNesting = 100;

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    private static readonly string[][] Levels = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%"]];

    private int _depth;

    private object Evaluate()
    {
        if (++_depth > MostNesting)
            throw new PythonException(Next.Offset, "the expression is nested too deeply");
        object value = EvaluateOr();
        _depth--;
        return value;
    }

    private object EvaluateOr()
    {
        object value = EvaluateAnd();
        while (TryTakeName("or"))
            value = EvaluateOther(value, PythonValues.IsTrue(value), EvaluateAnd);
        return value;
    }

    private object EvaluateAnd()
    {
        object value = EvaluateNot();
        while (TryTakeName("and"))
            value = EvaluateOther(value, !PythonValues.IsTrue(value), EvaluateNot);
        return value;
    }

    /// <summary>Reads the other operand, and takes its value unless the first has decided.</summary>
    private object EvaluateOther(object first, bool decided, Func<object> read)
    {
        _skipping += decided ? 1 : 0;
        object second = read();
        _skipping -= decided ? 1 : 0;
        return decided ? first : second;
    }

    private object EvaluateNot() => TryTakeName("not") ? !PythonValues.IsTrue(EvaluateNot()) : EvaluateComparison();

    /// <summary>Comparisons may be chained: <c>1 &lt; x &lt;= 5</c>.</summary>
    private object EvaluateComparison()
    {
        object left = EvaluateLevel(0);
        bool truth = true, compared = false;
        while (Next.Kind == PythonTokenKind.Symbol && Comparisons.Contains(Next.Text))
        {
            PythonToken symbol = _tokens[_position++];
            object right = EvaluateLevel(0);
            truth &= _skipping > 0 || PythonValues.Compare(symbol.Text, left, right, symbol.Offset);
            left = right;
            compared = true;
        }

        return compared ? truth : left;
    }

    private object EvaluateLevel(int level)
    {
        if (level == Levels.Length)
            return EvaluateUnary();
        object left = EvaluateLevel(level + 1);
        while (Next.Kind == PythonTokenKind.Symbol && Levels[level].Contains(Next.Text))
        {
            PythonToken symbol = _tokens[_position++];
            object right = EvaluateLevel(level + 1);
            left = _skipping > 0 ? 0L : PythonValues.Calculate(symbol.Text, left, right, symbol.Offset);
        }

        return left;
    }

    private object EvaluateUnary()
    {
        PythonToken token = Next;
        if (TryTakeSymbol("-"))
            return EvaluateUnary() is var value && value is double real ? -real : (object)-PythonValues.ToLong(value, token.Offset);
        if (TryTakeSymbol("+"))
            return EvaluateUnary();
        return TryTakeSymbol("~") ? ~PythonValues.ToLong(EvaluateUnary(), token.Offset) : EvaluatePrimary();
    }

    private object EvaluatePrimary()
    {
        PythonToken token = Next;
        _position += token.Kind == PythonTokenKind.End ? 0 : 1;
        switch (token.Kind)
        {
            case PythonTokenKind.Number:
                return ParseNumber(token);
            case PythonTokenKind.Text:
                return token.Text;
            case PythonTokenKind.Name when TryTakeSymbol("("):
                return Call(token);
            case PythonTokenKind.Name:
                return LookUp(token);
            case PythonTokenKind.Symbol when token.Text == "(":
                object inner = Next.Text == ")" ? Array.Empty<object>() : EvaluateList();
                return TryTakeSymbol(")") ? inner : throw Unexpected("')'");
            default:
                _position -= token.Kind == PythonTokenKind.End ? 0 : 1;
                throw Unexpected("a value");
        }
    }

    private object LookUp(PythonToken name) => name.Text switch
    {
        "True" => true,
        "False" => false,
        _ when _skipping > 0 => 0L,
        _ => _variables.TryGetValue(name.Text, out object? value) ? value
            : _lookUp(name.Text) ?? throw new PythonException(name.Offset, $"the name '{name.Text}' is not known"),
    };

    private object Call(PythonToken name)
    {
        object inner = Next.Text == ")" ? Array.Empty<object>() : EvaluateList();
        if (!TryTakeSymbol(")"))
            throw Unexpected("')'");
        object[] items = inner as object[] ?? [inner];
        if (_skipping > 0)
            return 0L;
        return (name.Text, items.Length) switch
        {
            ("abs", 1) => items[0] is double real ? Math.Abs(real) : (object)Math.Abs(PythonValues.ToLong(items[0], name.Offset)),
            ("int", 1) => PythonValues.ToLong(items[0], name.Offset),
            ("float", 1) => PythonValues.ToDouble(items[0], name.Offset),
            ("str", 1) => PythonValues.ToText(items[0]),
            ("min" or "max", > 0) => items.Aggregate((a, b) => PythonValues.Compare(name.Text == "min" ? "<=" : ">=", a, b, name.Offset) ? a : b),
            _ => throw new PythonException(name.Offset, $"the function '{name.Text}' with {items.Length} arguments is not known"),
        };
    }
}
