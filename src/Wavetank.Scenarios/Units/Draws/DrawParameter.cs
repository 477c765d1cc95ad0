namespace Wavetank.Scenarios.Units.Draws;

/// <summary>What one parameter of a distribution is.</summary>
internal enum DrawParameter
{
    /// <summary>A duration or a size: whatever is drawn.</summary>
    Quantity,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>The name of a file; the only parameter.</summary>
    FileName,
}
