namespace Wavetank.Engine.Programs;

/// <summary>Thrown inside a blocking program whose simulation was disposed while it waited, so that its thread can end.</summary>
public sealed class SimulationEndedException : OperationCanceledException
{
    /// <summary>Makes the exception.</summary>
    public SimulationEndedException()
        : base("The simulation that this program runs in was disposed while the program waited.")
    {
    }
}
