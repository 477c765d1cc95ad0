using Wavetank.Devices;
using Wavetank.Engine.Programs;

namespace Wavetank.AspNetCore;

/// <summary>Finds the program that a server or a client works for.</summary>
internal static class HostPrograms
{
    /// <summary>The program whose code calls, if it is one of the host's.</summary>
    public static SimulatedProgram? Find(Host host) =>
        SimulatedProgram.Current is { } program && program.Owner == host.Stack ? program : null;

    /// <summary>The calling program.</summary>
    /// <param name="host">Its host.</param>
    /// <param name="what">What it did, for the message.</param>
    /// <exception cref="InvalidOperationException">The calling code is no program of the host.</exception>
    public static SimulatedProgram Require(Host host, string what) => Find(host) ?? throw new InvalidOperationException(
        $"{what} for host '{host.Name}' {(SimulatedProgram.Current is { } other ? $"by program '{other.Name}' of host '{other.Host}'" : "outside of any program of a simulation")}. "
        + $"Do it inside a program of '{host.Name}': host.Run(async () => ...), and run the network with await network.RunAsync(...).");
}
