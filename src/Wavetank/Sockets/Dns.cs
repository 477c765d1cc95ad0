using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Names;
using Wavetank.Stack;

namespace Wavetank.Sockets;

/// <summary>
/// Names, shaped like <c>System.Net.Dns</c>. Every host of a network knows every other by name, as if all had the same
/// <c>/etc/hosts</c>, so an answer takes no simulated time; a host that has name servers asks them instead. Addresses and names as
/// the calling program's host knows them.
/// </summary>
public static partial class Dns
{
    private const int LongestName = 255;

    /// <summary>The name of the host that the calling program runs on.</summary>
    public static string GetHostName() => ProgramContext.RequireStack("name look-up").HostName;

    /// <inheritdoc cref="GetHostAddresses(string, AddressFamily)"/>
    public static IPAddress[] GetHostAddresses(string hostNameOrAddress) => GetHostAddresses(hostNameOrAddress, AddressFamily.Unspecified);

    /// <summary>The addresses of a host, IPv4 first.</summary>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="family">Only addresses of this family; Unspecified for all.</param>
    /// <exception cref="SocketException">The name is not known (HostNotFound), or no name server answers (TryAgain).</exception>
    /// <exception cref="ArgumentException"><paramref name="hostNameOrAddress"/> is the address Any.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The name is longer than 255 characters.</exception>
    public static IPAddress[] GetHostAddresses(string hostNameOrAddress, AddressFamily family)
    {
        ArgumentNullException.ThrowIfNull(hostNameOrAddress);
        if (TryParse(hostNameOrAddress, nameof(hostNameOrAddress), out IPAddress? address))
        {
            return Matches(address, family) ? [address] : [];
        }

        return TryAsk(hostNameOrAddress, out HostLookups? lookUps)
            ? Block(end => lookUps.AddressesAsync(hostNameOrAddress, family, end))
            : Resolve(hostNameOrAddress, family);
    }

    /// <inheritdoc cref="GetHostAddresses(string, AddressFamily)"/>
    public static Task<IPAddress[]> GetHostAddressesAsync(string hostNameOrAddress) =>
        GetHostAddressesAsync(hostNameOrAddress, AddressFamily.Unspecified, CancellationToken.None);

    /// <inheritdoc cref="GetHostAddressesAsync(string, AddressFamily, CancellationToken)"/>
    public static Task<IPAddress[]> GetHostAddressesAsync(string hostNameOrAddress, CancellationToken cancellationToken) =>
        GetHostAddressesAsync(hostNameOrAddress, AddressFamily.Unspecified, cancellationToken);

    /// <inheritdoc cref="GetHostAddresses(string, AddressFamily)"/>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="family">Only addresses of this family; Unspecified for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static Task<IPAddress[]> GetHostAddressesAsync(string hostNameOrAddress, AddressFamily family, CancellationToken cancellationToken = default) =>
        TryAskForName(hostNameOrAddress, cancellationToken, out HostLookups? lookUps)
            ? Await(end => lookUps.AddressesAsync(hostNameOrAddress, family, end), cancellationToken)
            : Answer(() => GetHostAddresses(hostNameOrAddress, family), cancellationToken);

    /// <inheritdoc cref="GetHostEntry(string, AddressFamily)"/>
    public static IPHostEntry GetHostEntry(string hostNameOrAddress) => GetHostEntry(hostNameOrAddress, AddressFamily.Unspecified);

    /// <summary>The name and the addresses of a host.</summary>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="family">Only addresses of this family; Unspecified for all.</param>
    /// <exception cref="SocketException">The host is not known (HostNotFound), or no name server answers (TryAgain).</exception>
    /// <exception cref="ArgumentException"><paramref name="hostNameOrAddress"/> is the address Any.</exception>
    public static IPHostEntry GetHostEntry(string hostNameOrAddress, AddressFamily family)
    {
        ArgumentNullException.ThrowIfNull(hostNameOrAddress);
        if (TryParse(hostNameOrAddress, nameof(hostNameOrAddress), out IPAddress? address))
        {
            return EntryOf(address, family);
        }

        if (TryAsk(hostNameOrAddress, out HostLookups? lookUps))
        {
            return Block(end => lookUps.EntryAsync(hostNameOrAddress, family, end));
        }

        string name = hostNameOrAddress.Length == 0 ? GetHostName() : hostNameOrAddress;
        return new IPHostEntry { HostName = name, AddressList = Resolve(name, family), Aliases = [] };
    }

    /// <summary>The name and the addresses of the host that has an address.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="SocketException">No host has it (HostNotFound), or no name server answers (TryAgain).</exception>
    /// <exception cref="ArgumentException"><paramref name="address"/> is Any.</exception>
    public static IPHostEntry GetHostEntry(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        ThrowIfAny(address, nameof(address));
        return EntryOf(address, AddressFamily.Unspecified);
    }

    /// <inheritdoc cref="GetHostEntry(string, AddressFamily)"/>
    public static Task<IPHostEntry> GetHostEntryAsync(string hostNameOrAddress) =>
        GetHostEntryAsync(hostNameOrAddress, AddressFamily.Unspecified, CancellationToken.None);

    /// <inheritdoc cref="GetHostEntryAsync(string, AddressFamily, CancellationToken)"/>
    public static Task<IPHostEntry> GetHostEntryAsync(string hostNameOrAddress, CancellationToken cancellationToken) =>
        GetHostEntryAsync(hostNameOrAddress, AddressFamily.Unspecified, cancellationToken);

    /// <inheritdoc cref="GetHostEntry(string, AddressFamily)"/>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="family">Only addresses of this family; Unspecified for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static Task<IPHostEntry> GetHostEntryAsync(string hostNameOrAddress, AddressFamily family, CancellationToken cancellationToken = default) =>
        TryAskForName(hostNameOrAddress, cancellationToken, out HostLookups? lookUps)
            ? Await(end => lookUps.EntryAsync(hostNameOrAddress, family, end), cancellationToken)
            : TryAskForAddress(hostNameOrAddress, cancellationToken, out lookUps, out IPAddress? address)
                ? Await(end => lookUps.EntryAsync(address, family, end), cancellationToken)
                : Answer(() => GetHostEntry(hostNameOrAddress, family), cancellationToken);

    /// <inheritdoc cref="GetHostEntry(IPAddress)"/>
    public static Task<IPHostEntry> GetHostEntryAsync(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        ThrowIfAny(address, nameof(address));
        return TryAsk(address, out HostLookups? lookUps)
            ? Await(end => lookUps.EntryAsync(address, AddressFamily.Unspecified, end), CancellationToken.None)
            : Answer(() => GetHostEntry(address), CancellationToken.None);
    }

    private static IPHostEntry EntryOf(IPAddress address, AddressFamily family)
    {
        if (TryAsk(address, out HostLookups? lookUps))
        {
            return Block(end => lookUps.EntryAsync(address, family, end));
        }

        NetworkStack stack = ProgramContext.RequireStack("name look-up");
        if (!IPAddress.IsLoopback(address))
        {
            HostNames.ThrowIfFailing(stack);
        }

        string name = stack.Names.FindName(Address.FromIPAddress(address)) ?? throw new SocketException((int)SocketError.HostNotFound);
        return new IPHostEntry { HostName = name, AddressList = Resolve(name, family), Aliases = [] };
    }

    private static IPAddress[] Resolve(string hostName, AddressFamily family)
    {
        NetworkStack stack = ProgramContext.RequireStack("name look-up");
        ThrowIfTooLong(hostName);
        IPAddress[] addresses = [.. HostNames.Find(stack, hostName)
            .Where(address => Matches(address, family))
            .OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)];
        return addresses.Length > 0 ? addresses : throw new SocketException((int)SocketError.HostNotFound);
    }

    private static void ThrowIfTooLong(string hostName)
    {
        if (hostName.Length > LongestName)
        {
            throw new ArgumentOutOfRangeException(nameof(hostName), $"A host name has {LongestName} characters at most.");
        }
    }

    private static bool Matches(IPAddress address, AddressFamily family) =>
        family == AddressFamily.Unspecified || address.AddressFamily == family;

    private static bool TryParse(string text, string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IPAddress? address)
    {
        if (!IPAddress.TryParse(text, out address))
        {
            return false;
        }

        ThrowIfAny(address, name);
        return true;
    }

    private static void ThrowIfAny(IPAddress address, string name)
    {
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            throw new ArgumentException($"The address {address} names no host.", name);
        }
    }

    /// <summary>The platform checks arguments at once, and reports names that are not known by the task.</summary>
    private static Task<T> Answer<T>(Func<T> lookUp, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(lookUp());
        }
        catch (SocketException exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
