namespace Wavetank.Scenarios.Kinds;

/// <summary>Whether a value may, or must, be a plain number.</summary>
internal enum NumberForm
{
    /// <summary>Never: the value carries a unit or is a word.</summary>
    None,

    /// <summary>Always a whole number.</summary>
    Whole,

    /// <summary>A number from 0 to 1, or a text.</summary>
    Fraction,

    /// <summary>Always a number, with decimals or without.</summary>
    Decimal,

    /// <summary>A whole number from 1 on, or a text.</summary>
    TextOrWhole,
}
