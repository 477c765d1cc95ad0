namespace Wavetank.Scenarios.Model;

/// <summary>Which directions of a link an expectation speaks of.</summary>
public enum LinkSide
{
    /// <summary>Both together.</summary>
    Both,

    /// <summary>From the first device to the second.</summary>
    Forward,

    /// <summary>From the second device to the first.</summary>
    Backward,
}
