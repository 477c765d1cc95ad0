namespace Wavetank.Studies.Comparing;

/// <summary>What a comparison says of a metric.</summary>
internal enum Verdict
{
    /// <summary>No difference, or one that is certainly below what matters.</summary>
    Same,

    /// <summary>B is better: the interval of the difference does not reach zero.</summary>
    Better,

    /// <summary>B is worse, likewise.</summary>
    Worse,

    /// <summary>They differ, and neither way is better.</summary>
    Different,

    /// <summary>There is a difference, which may be chance; more seeds would tell.</summary>
    Unclear,

    /// <summary>Measured in A alone.</summary>
    OnlyInA,

    /// <summary>Measured in B alone.</summary>
    OnlyInB,
}
