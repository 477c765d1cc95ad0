namespace Wavetank.Devices.Faults;

/// <summary>
/// Something that goes wrong in a network, for a time or for good. The contract of a kind of fault: derive from it, and
/// <see cref="NetworkFaults.Begin(Fault)"/> takes it like those that are here.
/// </summary>
/// <remarks>
/// One object is one fault: it begins once and ends at most once. Both calls are made on the simulation's thread, between two events,
/// while no program is in the middle of a step. After the end everything must be as it would have been without the fault; faults
/// overlap in any way.
/// </remarks>
public abstract class Fault
{
    /// <summary>The kind, as a timeline names it, such as <c>partition</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is done to, such as <c>client, server</c>.</summary>
    public abstract string Target { get; }

    /// <summary>What else there is to say of it, such as <c>loss: 30%</c>. Default: null, for nothing.</summary>
    public virtual string? Details => null;

    /// <summary>
    /// Whether its end can set something going that stood still, so that a run that has nothing else to do waits for it. Default: yes.
    /// </summary>
    protected internal virtual bool EndMatters => true;

    /// <summary>Kind and target, such as <c>cut client-server</c>.</summary>
    public override string ToString() => $"{Kind} {Target}";

    /// <summary>The fault happens.</summary>
    /// <param name="network">The network to which it happens.</param>
    protected internal abstract void Begin(Network network);

    /// <summary>The fault is over.</summary>
    /// <param name="network">The network to which it happened.</param>
    protected internal abstract void End(Network network);
}
