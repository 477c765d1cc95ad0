using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units.Draws;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>Reads <c>name(parameter, …)</c> by the table of distributions, for durations and for sizes.</summary>
internal static class DistributionParser
{
    internal static bool TryParse(ReadOnlySpan<char> text, DrawnQuantity quantity, out Draw? draw, out string written, out string? problem)
    {
        draw = null;
        written = "";
        text = text.Trim();
        int open = text.IndexOf('(');
        if (open < 0)
            return TryParseConstant(text, quantity, out draw, out written, out problem);

        if (text[^1] != ')')
        {
            // YAML ends a value within { } at a comma, so this is mostly half of what was written.
            string right = DistributionKinds.Table.Find("uniform")!.FormOf(quantity);
            problem = $"{Quoted.Text(text)} lacks its closing parenthesis; within {{ }} a value with a comma needs quotes: \"{right}\"";
            return false;
        }

        string name = text[..open].TrimEnd().ToString();
        if (DistributionKinds.Table.Find(name) is not { } kind)
        {
            problem = DistributionKinds.Table.DescribeUnknown(name);
            return false;
        }

        if (!TryParseArguments(kind, quantity, text[(open + 1)..^1], out DrawArguments? arguments, out problem))
            return false;
        problem = kind.Check(arguments!);
        draw = problem is null ? kind.Create(arguments!) : null;

        // A constant is written as a value without more ado.
        written = kind.Name == "constant" ? arguments!.ToString() : $"{kind.Name}({arguments})";
        return problem is null;
    }

    private static bool TryParseConstant(ReadOnlySpan<char> text, DrawnQuantity quantity, out Draw? draw, out string written, out string? problem)
    {
        bool ok = quantity.TryParse(text, out long steps, out problem);
        draw = ok ? new ConstantDraw(steps) : null;
        written = quantity.Format(steps);
        if (!ok && DistributionKinds.Table.Find(text.ToString()) is { } kind)
            problem = $"{Quoted.Text(text)} lacks its parameters; write {kind.FormOf(quantity)}";
        return ok;
    }

    private static bool TryParseArguments(
        DistributionKind kind, DrawnQuantity quantity, ReadOnlySpan<char> text, out DrawArguments? arguments, out string? problem)
    {
        arguments = null;
        problem = null;
        List<object> values = [];

        // The name of a file may hold commas.
        bool isFile = kind.Parameters[0] == DrawParameter.FileName;
        foreach (Range range in text.Split(isFile ? ')' : ','))
        {
            if (values.Count == kind.Parameters.Count)
                break;

            ReadOnlySpan<char> part = text[range].Trim();
            if (Parse(kind.Parameters[values.Count], quantity, part, out problem) is not { } value)
            {
                problem = $"in {kind.Name}(…): {problem}";
                return false;
            }

            values.Add(value);
        }

        if (values.Count < kind.Parameters.Count || (!isFile && text.Count(',') >= kind.Parameters.Count))
        {
            problem = $"{kind.Name} takes {kind.ParametersOf(quantity)}; write {kind.FormOf(quantity)}";
            return false;
        }

        arguments = new DrawArguments(quantity, values);
        return true;
    }

    private static object? Parse(DrawParameter parameter, DrawnQuantity quantity, ReadOnlySpan<char> text, out string? problem)
    {
        switch (parameter)
        {
            case DrawParameter.Quantity:
                return quantity.TryParse(text, out long steps, out problem) ? steps : null;
            case DrawParameter.Number:
                return MeanNumber.TryParse(text, out decimal number, out problem) ? number : null;
            default:
                problem = text.IsEmpty ? "names no file; write, for example, empirical(sizes.txt)" : null;
                return text.IsEmpty ? null : text.ToString();
        }
    }
}
