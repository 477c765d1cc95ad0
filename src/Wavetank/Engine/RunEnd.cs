namespace Wavetank.Engine;

/// <summary>Why a run ended.</summary>
public enum RunEnd
{
    /// <summary>Every program ended and nothing is left to happen.</summary>
    Completed,

    /// <summary>The time limit was reached.</summary>
    TimeLimit,

    /// <summary>Nothing can ever happen again, but programs still wait.</summary>
    Idle,

    /// <summary>It was stopped from outside.</summary>
    Stopped,

    /// <summary>As <see cref="Completed"/>, after an earlier run of the same simulation threw a failure.</summary>
    Failed,
}
