namespace Wavetank.Studies.Statistics;

/// <summary>How the interval of a difference was found.</summary>
internal enum DifferenceMethod
{
    /// <summary>Not at all: there is but one value on a side.</summary>
    None,

    /// <summary>From the differences of pairs: the same seed on both sides.</summary>
    Paired,

    /// <summary>From two samples that have nothing to do with each other (Welch 1947).</summary>
    Welch,
}
