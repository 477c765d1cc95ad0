namespace Wavetank.Scenarios.Kinds;

/// <summary>In which direction a metric gets better, so that a comparison of two runs can give a verdict.</summary>
public enum Better
{
    /// <summary>It depends on what is wanted: more packets are neither good nor bad.</summary>
    Neither,

    /// <summary>Less is better: errors, waits, losses.</summary>
    Lower,

    /// <summary>More is better: goodput, replies.</summary>
    Higher,
}
