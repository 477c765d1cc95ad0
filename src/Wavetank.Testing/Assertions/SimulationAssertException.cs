using Wavetank.Engine;

namespace Wavetank.Testing.Assertions;

/// <summary>Something that was expected of a simulation does not hold. The message says what, what was seen instead, and when.</summary>
public sealed class SimulationAssertException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public SimulationAssertException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What was expected, what was seen, and when.</param>
    public SimulationAssertException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one of an offence at an instant.</summary>
    /// <param name="message">What was expected, what was seen, and when.</param>
    /// <param name="time">When the offence happened in simulated time; null where it has no time.</param>
    public SimulationAssertException(string message, SimulationTime? time)
        : base(message) => Time = time;

    /// <summary>Makes one for another exception.</summary>
    /// <param name="message">What was expected, what was seen, and when.</param>
    /// <param name="innerException">What was thrown.</param>
    public SimulationAssertException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>When the offence happened in simulated time; null where it has no one time.</summary>
    public SimulationTime? Time { get; }
}
