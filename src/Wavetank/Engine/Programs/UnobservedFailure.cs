namespace Wavetank.Engine.Programs;

/// <summary>An exception that ended a task which nobody awaits, such as <c>_ = HandleAsync(connection)</c>.</summary>
/// <param name="Program">The program whose code threw it.</param>
/// <param name="Host">The program's host.</param>
/// <param name="Time">When it was thrown.</param>
/// <param name="Exception">The exception with its own stack.</param>
public sealed record UnobservedFailure(string Program, string Host, SimulationTime Time, Exception Exception)
{
    /// <summary>Who, when and what, in a line.</summary>
    public override string ToString() =>
        $"exception that nobody observed: {Exception.GetType().Name}: {Exception.Message} (program '{Program}' on host '{Host}' at {Time})";
}
