using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>The units of one quantity, and the one parser and formatter that all quantities share.</summary>
/// <param name="article">The quantity in words, with its article: <c>a duration</c>.</param>
/// <param name="example">A value that is right, shown in messages.</param>
/// <param name="suggested">The unit that a message puts behind a number that has none.</param>
/// <param name="maximum">The largest value, in base units.</param>
/// <param name="units">From the smallest (the base unit, factor 1) to the largest.</param>
internal sealed class UnitSet(string article, string example, string suggested, long maximum, params Unit[] units)
{
    internal string Symbols { get; } = string.Join(", ", units.Where(u => !u.IsAlias).Select(u => u.Symbol));

    internal IReadOnlyList<Unit> Units => units;

    /// <summary>The largest value, in base units.</summary>
    internal long Maximum => maximum;

    /// <summary>A value that is right.</summary>
    internal string Example => example;

    internal bool TryParse(ReadOnlySpan<char> text, out long value, out string? problem)
    {
        value = 0;
        text = text.Trim();
        if (!DecimalNumber.TryReadPrefix(text, out DecimalNumber number, out int length))
        {
            problem = DescribeBadNumber(text);
            return false;
        }

        ReadOnlySpan<char> symbol = text[length..].TrimStart();
        if (symbol.IsEmpty)
        {
            problem = $"{Quoted.Text(text)} has no unit; write {text[..length]}{suggested} (units: {Symbols})";
            return false;
        }

        Unit? unit = Find(symbol);
        if (unit is null)
        {
            problem = DescribeBadUnit(text, symbol);
            return false;
        }

        UInt128 product = number.Times(unit.Factor, out bool isWhole);
        if (product > (UInt128)maximum || (product == (UInt128)maximum && !isWhole))
        {
            problem = $"{Quoted.Text(text)} is too much; {article} is at most {Format(maximum)}";
            return false;
        }

        if (!isWhole)
        {
            problem = $"{Quoted.Text(text)} is not a whole number of {units[0].Symbol}, the smallest unit";
            return false;
        }

        value = (long)product;
        problem = null;
        return true;
    }

    /// <summary>The shortest exact way to write the value; <see cref="TryParse"/> reads it back to the same value.</summary>
    internal string Format(long value)
    {
        for (int i = units.Length - 1; i > 0 && value > 0; i--)
        {
            Unit unit = units[i];
            if (unit.IsAlias || value < unit.Factor)
                continue;
            if (value % unit.Factor == 0)
                return $"{value / unit.Factor}{unit.Symbol}";
            if (unit.TakesFraction && value % (unit.Factor / 1000) == 0)
            {
                long thousandths = value % unit.Factor / (unit.Factor / 1000);
                return $"{value / unit.Factor}.{thousandths.ToString("000", null).TrimEnd('0')}{unit.Symbol}";
            }
        }

        return value == 0 ? $"0{suggested}" : $"{value}{units[0].Symbol}";
    }

    private Unit? Find(ReadOnlySpan<char> symbol)
    {
        foreach (Unit unit in units)
        {
            if (symbol.SequenceEqual(unit.Symbol))
                return unit;
        }

        return null;
    }

    private string DescribeBadNumber(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return $"is empty; write {article} such as {example}";
        if (text[0] == '-')
            return $"{Quoted.Text(text)} is negative; {article} is 0 or more";
        if (char.IsAsciiDigit(text[0]) && text.IndexOfAnyExceptInRange('0', '9') is < 0 or > DecimalNumber.MaxDigits)
            return $"{Quoted.Text(text)} has more than {DecimalNumber.MaxDigits} digits";
        return $"{Quoted.Text(text)} is not {article}; write one such as {example} (units: {Symbols})";
    }

    private string DescribeBadUnit(ReadOnlySpan<char> text, ReadOnlySpan<char> symbol)
    {
        if (!char.IsLetter(symbol[0]))
            return $"{Quoted.Text(text)} is not {article}; write one such as {example} (units: {Symbols})";

        string hint = Suggestion.Hint(symbol.ToString(), units.Where(u => !u.IsAlias).Select(u => u.Symbol));
        return $"{Quoted.Text(text)} has an unknown unit {Quoted.Text(symbol)}{hint} (units: {Symbols})";
    }
}
