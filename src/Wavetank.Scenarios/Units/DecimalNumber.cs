namespace Wavetank.Scenarios.Units;

/// <summary>A number as a person writes it (<c>12</c>, <c>0.25</c>), kept exact: <c>Mantissa / 10^Scale</c>.</summary>
/// <remarks>No sign, no exponent, no thousands separator: none of them makes a scenario easier to read.</remarks>
internal readonly record struct DecimalNumber(UInt128 Mantissa, int Scale)
{
    // 24 digits stay below 2^80, so that a product with any unit's factor (below 2^47) fits into 128 bits.
    internal const int MaxDigits = 24;

    /// <summary>Reads the number at the start of <paramref name="text"/> and tells how many characters it took.</summary>
    /// <returns>False when the text does not begin with a number, or when the number has more than <see cref="MaxDigits"/> digits.</returns>
    internal static bool TryReadPrefix(ReadOnlySpan<char> text, out DecimalNumber number, out int length)
    {
        UInt128 mantissa = 0;
        int digits = 0, scale = 0, index = 0;
        bool afterPoint = false;
        number = default;
        length = 0;

        for (; index < text.Length; index++)
        {
            char c = text[index];
            if (char.IsAsciiDigit(c))
            {
                if (++digits > MaxDigits)
                    return false;
                mantissa = mantissa * 10 + (uint)(c - '0');
                if (afterPoint)
                    scale++;
            }
            else if (c == '.' && !afterPoint && digits > 0)
                afterPoint = true;
            else
                break;
        }

        if (digits == 0 || (afterPoint && scale == 0))
            return false;

        number = new DecimalNumber(mantissa, scale);
        length = index;
        return true;
    }

    /// <summary>The number times <paramref name="factor"/>; false in <paramref name="isWhole"/> when something is left behind the point.</summary>
    internal UInt128 Times(long factor, out bool isWhole)
    {
        UInt128 divisor = 1;
        for (int i = 0; i < Scale; i++)
            divisor *= 10;

        UInt128 product = Mantissa * (UInt128)factor;
        isWhole = product % divisor == 0;
        return product / divisor;
    }

    /// <summary>The number as a decimal, moved <paramref name="places"/> decimal places to the right of the point.</summary>
    internal decimal ToDecimal(int places = 0)
    {
        UInt128 m = Mantissa;
        return new decimal((int)(uint)m, (int)(uint)(m >> 32), (int)(uint)(m >> 64), isNegative: false, (byte)(Scale + places));
    }
}
