namespace Wavetank.Testing.Histories;

/// <summary>What is known of a call's end.</summary>
public enum CallOutcome
{
    /// <summary>It has not ended. It may have taken effect at any time since it began, and it may never.</summary>
    Pending,

    /// <summary>It ended with an output, so it took effect before that.</summary>
    Ended,

    /// <summary>It is known to have had no effect, such as one that was refused. No check looks at it.</summary>
    Failed,
}
