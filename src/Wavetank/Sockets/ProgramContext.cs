using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Wavetank.Engine.Programs;
using Wavetank.Stack;

namespace Wavetank.Sockets;

/// <summary>Which program, and so which host, the calling code belongs to.</summary>
internal static class ProgramContext
{
    /// <summary>The calling program.</summary>
    /// <param name="thing">What is asked for, for the message.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static SimulatedProgram Require(string thing) => SimulatedProgram.Current is { Owner: NetworkStack } program
        ? program
        : throw new InvalidOperationException(
            $"A simulated {thing} belongs to the host whose program uses it, but this code runs outside of any program of a simulation. "
            + "Move it into host.Run(async () => ...) or host.RunBlocking(() => ...).");

    /// <summary>The stack of the calling program's host.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not a program of a simulation, or left its thread.</exception>
    public static NetworkStack RequireStack(string thing)
    {
        SimulatedProgram program = Require(thing);
        if (!program.Simulator.Loop.IsOnLoop)
        {
            ThrowForeignThread(program.Name);
        }

        if (program.State == ProgramState.Killed)
        {
            throw new SocketException((int)SocketError.NetworkDown);
        }

        return (NetworkStack)program.Owner!;
    }

    [DoesNotReturn]
    public static void ThrowForeignThread(string? owner)
    {
        SimulatedProgram? program = SimulatedProgram.Current;
        throw new ProgramMisuseException(
            $"Program '{program?.Name ?? owner}'{(program is null ? "" : $" on host '{program.Host}'")} used a simulated socket on a thread that is not the simulation's. "
            + "It left the simulation's thread by Task.Run, a thread of its own, or a continuation on the thread pool (ConfigureAwait(false), channels, semaphores).",
            "Await simulated sockets and timers directly, start further programs with host.Run or host.RunBlocking, and keep ConfigureAwait(false) out of code that touches sockets.");
    }
}
