namespace Wavetank.Packetdrill;

/// <summary>What came of a script.</summary>
public enum ScriptVerdict
{
    /// <summary>The host did all that the script says.</summary>
    Passed,

    /// <summary>It did not.</summary>
    Failed,

    /// <summary>The script needs something that a simulator does not have, or that is not modelled.</summary>
    NotApplicable,
}
