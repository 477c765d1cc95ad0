using System.Net;
using System.Net.Sockets;
using Wavetank.Stack;

namespace Wavetank.Sockets.Names;

/// <summary>What the calling program's host knows of names by itself, as a program reads it from <c>/etc/hosts</c>.</summary>
internal static class HostNames
{
    /// <summary>The names of the network's hosts, each with its addresses, IPv4 first.</summary>
    public static IEnumerable<(string Name, IPAddress[] Addresses)> All() =>
        ProgramContext.RequireStack("name server").Names.All.Select(entry => (entry.Name, entry.Addresses.Select(address => address.ToIPAddress()).ToArray()));

    /// <summary>The host's own addresses, the loopback's too.</summary>
    public static IPAddress[] OwnAddresses() =>
        [.. ProgramContext.RequireStack("name server").Interfaces.SelectMany(item => item.Addresses).Select(own => own.Address.ToIPAddress())];

    /// <summary>The addresses that the host knows for a name, IPv4 first; empty if it knows none.</summary>
    /// <exception cref="SocketException">Look-ups fail just now (TryAgain).</exception>
    public static IPAddress[] Find(NetworkStack stack, string name)
    {
        if (TryFind(stack, name, out IPAddress[] own))
        {
            return own;
        }

        ThrowIfFailing(stack);
        return [.. stack.Names.Resolve(name).Select(address => address.ToIPAddress())];
    }

    /// <summary>Refuses a look-up while all of the host's fail.</summary>
    /// <exception cref="SocketException">They do (TryAgain).</exception>
    public static void ThrowIfFailing(NetworkStack stack)
    {
        if (stack.ResolverIfSet is { Failures: > 0 })
        {
            throw new SocketException((int)SocketError.TryAgain);
        }
    }

    /// <summary>Whether a name is known without asking: the host's own, and all that RFC 6761 §6.3 says of localhost.</summary>
    public static bool TryFind(NetworkStack stack, string name, out IPAddress[] addresses)
    {
        string bare = name.TrimEnd('.');
        bool isLoopback = bare.Equals("localhost", StringComparison.OrdinalIgnoreCase) || bare.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        bool isOwn = bare.Length == 0 || bare.Equals(stack.HostName, StringComparison.OrdinalIgnoreCase);
        addresses = isLoopback || isOwn ? [.. stack.Names.Resolve(isLoopback ? "localhost" : stack.HostName).Select(address => address.ToIPAddress())] : [];
        return isLoopback || isOwn;
    }
}
