namespace Wavetank.Engine.Programs;

/// <summary>How far a program has come.</summary>
public enum ProgramState
{
    /// <summary>Its start lies in the future.</summary>
    Scheduled,

    /// <summary>It runs, or waits.</summary>
    Running,

    /// <summary>It came to its end.</summary>
    Ended,

    /// <summary>It ended with an exception.</summary>
    Failed,

    /// <summary>Its host crashed, or it was killed, before it came to its end.</summary>
    Killed,
}
