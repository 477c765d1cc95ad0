using System.Diagnostics.CodeAnalysis;
using System.Net;
using Wavetank.Sockets.Names;
using Wavetank.Stack;

namespace Wavetank.Sockets;

public static partial class Dns
{
    // What the platform's asynchronous calls name in an ArgumentNullException, whatever their parameter is called.
    private const string AsynchronousName = "hostName";

    /// <summary>Whether looking up a name or address takes simulated time, so that an asynchronous program has to await it.</summary>
    internal static bool TakesTime(string? hostNameOrAddress) =>
        hostNameOrAddress is not null && TryAskForName(hostNameOrAddress, CancellationToken.None, out _);

    /// <summary>Whether a name, which is no address, has to be asked for, and by whom.</summary>
    private static bool TryAsk(string hostName, [NotNullWhen(true)] out HostLookups? lookUps)
    {
        lookUps = null;
        NetworkStack stack = ProgramContext.RequireStack("name look-up");
        if (Resolver.Of(stack) is not { } resolver || HostNames.TryFind(stack, hostName, out _))
        {
            return false;
        }

        ThrowIfTooLong(hostName);
        lookUps = new HostLookups(resolver);
        return true;
    }

    /// <summary>Whether the name of an address has to be asked for.</summary>
    private static bool TryAsk(IPAddress address, [NotNullWhen(true)] out HostLookups? lookUps)
    {
        Resolver? resolver = IPAddress.IsLoopback(address) ? null : Resolver.Of(ProgramContext.RequireStack("name look-up"));
        lookUps = resolver is null ? null : new HostLookups(resolver);
        return lookUps is not null;
    }

    private static bool TryAskForName(string hostNameOrAddress, CancellationToken cancellationToken, [NotNullWhen(true)] out HostLookups? lookUps)
    {
        ArgumentNullException.ThrowIfNull(hostNameOrAddress, AsynchronousName);
        lookUps = null;
        return !cancellationToken.IsCancellationRequested && !IPAddress.TryParse(hostNameOrAddress, out _) && TryAsk(hostNameOrAddress, out lookUps);
    }

    private static bool TryAskForAddress(
        string hostNameOrAddress, CancellationToken cancellationToken, [NotNullWhen(true)] out HostLookups? lookUps, [NotNullWhen(true)] out IPAddress? address)
    {
        lookUps = null;
        address = null;
        return !cancellationToken.IsCancellationRequested && TryParse(hostNameOrAddress, nameof(hostNameOrAddress), out address) && TryAsk(address, out lookUps);
    }

    private static T Block<T>(Func<CancellationToken, Task<T>> lookUp) =>
        LookupOperation<T>.Start(ProgramContext.RequireStack("name look-up").Simulator, lookUp).Block();

    private static Task<T> Await<T>(Func<CancellationToken, Task<T>> lookUp, CancellationToken cancellationToken) =>
        LookupOperation<T>.Start(ProgramContext.RequireStack("name look-up").Simulator, lookUp, cancellationToken).AsValueTask().AsTask();
}
