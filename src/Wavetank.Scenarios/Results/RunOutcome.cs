namespace Wavetank.Scenarios.Results;

/// <summary>How the run of a scenario came to its end.</summary>
public enum RunOutcome
{
    /// <summary>All that the scenario asks for was done; only servers may still wait for others.</summary>
    Completed,

    /// <summary>The scenario's duration was over while programs still had something to do.</summary>
    TimeLimit,

    /// <summary>Nothing can ever happen again, but programs that are no servers still wait.</summary>
    Idle,

    /// <summary>It was stopped from outside; the figures are those of the time until then.</summary>
    Stopped,
}
