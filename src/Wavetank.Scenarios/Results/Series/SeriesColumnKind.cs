namespace Wavetank.Scenarios.Results.Series;

/// <summary>What the values of a column are. Numbers may be missing, texts not.</summary>
internal enum SeriesColumnKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="long"/>, or null.</summary>
    Whole,

    /// <summary>A <see cref="double"/>, or null.</summary>
    Real,
}
