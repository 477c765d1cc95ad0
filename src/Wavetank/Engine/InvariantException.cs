namespace Wavetank.Engine;

/// <summary>
/// Something that must hold in every run does not: a mistake of the simulator, or of what was put into it. The message says when, where
/// and which rule.
/// </summary>
public sealed class InvariantException : Exception
{
    internal InvariantException(SimulationTime time, string where, string rule)
        : base($"A rule was broken at {time} in {where}: {rule}.")
    {
        Time = time;
        Where = where;
        Rule = rule;
    }

    /// <summary>When it was found.</summary>
    public SimulationTime Time { get; }

    /// <summary>Where: a link's direction, an end of a connection, the engine.</summary>
    public string Where { get; }

    /// <summary>What must hold, in a sentence.</summary>
    public string Rule { get; }
}
