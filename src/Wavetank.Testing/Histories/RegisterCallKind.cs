namespace Wavetank.Testing.Histories;

/// <summary>The calls of a register.</summary>
public enum RegisterCallKind
{
    /// <summary>Gives the value.</summary>
    Read,

    /// <summary>Replaces the value.</summary>
    Write,

    /// <summary>Replaces the value if it is the expected one, and tells whether it was.</summary>
    CompareAndSet,
}
