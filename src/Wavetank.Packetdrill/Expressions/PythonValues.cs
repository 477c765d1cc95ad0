using System.Globalization;
using System.Text;

namespace Wavetank.Packetdrill.Expressions;

/// <summary>Python's values and what its operators do with them: whole numbers (long), floats (double), truth, strings and tuples.</summary>
internal static class PythonValues
{
    public static bool IsTrue(object value) => value switch
    {
        bool truth => truth,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        object[] items => items.Length > 0,
        _ => true,
    };

    public static string ToText(object value) => value switch
    {
        bool truth => truth ? "True" : "False",
        double number => number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? number.ToString("F1", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture),
        object[] items => $"({string.Join(", ", items.Select(ToText))})",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static bool Compare(string symbol, object left, object right, int offset)
    {
        if (symbol is "==" or "!=")
            return AreEqual(left, right) == (symbol == "==");
        int order = left is string a && right is string b
            ? string.CompareOrdinal(a, b)
            : left is double || right is double
                ? ToDouble(left, offset).CompareTo(ToDouble(right, offset))
                : ToLong(left, offset).CompareTo(ToLong(right, offset));
        return symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    public static object Calculate(string symbol, object left, object right, int offset)
    {
        if (left is string format && symbol == "%")
            return Format(format, right as object[] ?? [right], offset);
        if (left is string text && symbol == "+")
            return text + (right as string ?? throw new PythonException(offset, "a string can only be joined with a string"));
        if (symbol == "/" || ((left is double || right is double) && symbol is "+" or "-" or "*" or "%" or "//"))
            return CalculateFloat(symbol, ToDouble(left, offset), ToDouble(right, offset), offset);
        long a = ToLong(left, offset), b = ToLong(right, offset);
        if (b == 0 && symbol is "//" or "%")
            throw new PythonException(offset, "division by zero");
        return symbol switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "//" => FloorDivide(a, b),
            "%" => a - (FloorDivide(a, b) * b),
            "<<" => a << (int)b,
            ">>" => a >> (int)b,
            "&" => a & b,
            "|" => a | b,
            "^" => a ^ b,
            _ => throw new PythonException(offset, $"the operator '{symbol}' is not understood"),
        };
    }

    public static long ToLong(object value, int offset) => value switch
    {
        long number => number,
        bool truth => truth ? 1 : 0,
        double number => (long)number,
        _ => throw new PythonException(offset, $"'{ToText(value)}' is not a number"),
    };

    public static double ToDouble(object value, int offset) => value is double number ? number : ToLong(value, offset);

    private static double CalculateFloat(string symbol, double a, double b, int offset) =>
        b == 0 && symbol is "/" or "//" or "%"
            ? throw new PythonException(offset, "division by zero")
            : symbol switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                "/" => a / b,
                "//" => Math.Floor(a / b),
                _ => a - (Math.Floor(a / b) * b),
            };

    private static long FloorDivide(long a, long b) => (a / b) - (a % b != 0 && a < 0 != b < 0 ? 1 : 0);

    private static bool AreEqual(object left, object right) => (left, right) switch
    {
        (string a, string b) => a == b,
        (string, _) or (_, string) => false,
        (object[] a, object[] b) => a.Length == b.Length && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
        (object[], _) or (_, object[]) => false,
        _ => ToDouble(left, 0).Equals(ToDouble(right, 0)),
    };

    /// <summary>The <c>%</c> operator of strings: of its many forms %d, %i, %s, %u, %x, %f and %%.</summary>
    private static string Format(string format, object[] values, int offset)
    {
        var text = new StringBuilder();
        int used = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            char kind = format[++i];
            if (kind == '%')
            {
                text.Append('%');
                continue;
            }

            if (used == values.Length)
                throw new PythonException(offset, "there are fewer values than the format has places");
            object value = values[used++];
            text.Append(kind switch
            {
                'd' or 'i' or 'u' => ToLong(value, offset).ToString(CultureInfo.InvariantCulture),
                'x' => ToLong(value, offset).ToString("x", CultureInfo.InvariantCulture),
                'f' => ToDouble(value, offset).ToString("F6", CultureInfo.InvariantCulture),
                's' or 'r' => ToText(value),
                _ => throw new PythonException(offset, $"the format '%{kind}' is not understood"),
            });
        }

        return text.ToString();
    }
}
