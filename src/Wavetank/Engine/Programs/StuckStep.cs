namespace Wavetank.Engine.Programs;

/// <summary>A step that takes so long in real time that it is ended.</summary>
/// <param name="program">The program whose code it is, or null.</param>
/// <param name="isAsleep">Whether its thread sleeps or waits, rather than computes.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class StuckStep(SimulatedProgram? program, bool isAsleep, TimeSpan limit)
{
    public SimulatedProgram? Program { get; } = program;

    public bool IsAsleep { get; } = isAsleep;

    public TimeSpan Limit { get; } = limit;

    /// <summary>Where its thread was when it was ended, as that thread itself told.</summary>
    public string? Stack { get; set; }

    /// <summary>What all others waited for then: what is unwound afterwards waits no more.</summary>
    public string Others { get; set; } = "";
}
