using System.Globalization;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>
/// A fault that is yet to come, by the names of what it happens to: it can be written down, and made anew in each network that has these
/// names.
/// </summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
public abstract record PlannedFault(TimeSpan At, TimeSpan For)
{
    /// <summary>What happens, as a scenario's timeline writes it: <c>crash: server</c>.</summary>
    public abstract string Action { get; }

    /// <summary>Makes the fault.</summary>
    /// <param name="network">A network that has what it names.</param>
    /// <exception cref="KeyNotFoundException">The network has no such device or link.</exception>
    public abstract Fault Create(Network network);

    /// <summary>An entry of a scenario's timeline: <c>- { at: 1.5s, crash: server, for: 200ms }</c>.</summary>
    public sealed override string ToString() => $"- {{ at: {Text(At)}, {Action}, for: {Text(For)} }}";

    private protected static Links.Link FindLink(Network network, string name) =>
        network.Links.FirstOrDefault(link => link.Name == name) ?? throw new KeyNotFoundException($"There is no link '{name}'.");

    private protected static Host FindHost(Network network, string name) =>
        network.FindDevice(name) as Host ?? throw new KeyNotFoundException($"'{name}' is no host.");

    // Whole nanoseconds by way of decimal: what is read back is what was meant.
    private static string Text(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerMillisecond).ToString("0.####", CultureInfo.InvariantCulture) + "ms";
}
