using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Look-ups by Begin and End, and by the names that the platform has given up.</summary>
public static partial class Dns
{
    private const string Instead = "Use GetHostEntry.";

    /// <inheritdoc cref="GetHostAddresses(string, AddressFamily)"/>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="requestCallback">Called once there is an answer.</param>
    /// <param name="state">For the callback.</param>
    public static IAsyncResult BeginGetHostAddresses(string hostNameOrAddress, AsyncCallback? requestCallback, object? state) =>
        AsyncResults.Begin(GetHostAddressesAsync(hostNameOrAddress), requestCallback, state);

    /// <summary>Ends a look-up that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginGetHostAddresses gave.</param>
    public static IPAddress[] EndGetHostAddresses(IAsyncResult asyncResult) => AsyncResults.End<IPAddress[]>(Check(asyncResult));

    /// <inheritdoc cref="GetHostEntry(string, AddressFamily)"/>
    /// <param name="hostNameOrAddress">A name, an address, or nothing for the calling program's own host.</param>
    /// <param name="requestCallback">Called once there is an answer.</param>
    /// <param name="stateObject">For the callback.</param>
    public static IAsyncResult BeginGetHostEntry(string hostNameOrAddress, AsyncCallback? requestCallback, object? stateObject) =>
        AsyncResults.Begin(GetHostEntryAsync(hostNameOrAddress), requestCallback, stateObject);

    /// <inheritdoc cref="GetHostEntry(IPAddress)"/>
    /// <param name="address">The address.</param>
    /// <param name="requestCallback">Called once there is an answer.</param>
    /// <param name="stateObject">For the callback.</param>
    public static IAsyncResult BeginGetHostEntry(IPAddress address, AsyncCallback? requestCallback, object? stateObject) =>
        AsyncResults.Begin(GetHostEntryAsync(address), requestCallback, stateObject);

    /// <summary>Ends a look-up that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginGetHostEntry gave.</param>
    public static IPHostEntry EndGetHostEntry(IAsyncResult asyncResult) => AsyncResults.End<IPHostEntry>(Check(asyncResult));

    /// <inheritdoc cref="GetHostEntry(string)"/>
    [Obsolete(Instead)]
    public static IPHostEntry GetHostByName(string hostName)
    {
        ArgumentNullException.ThrowIfNull(hostName);
        return IPAddress.TryParse(hostName, out IPAddress? address)
            ? new IPHostEntry { HostName = address.ToString(), AddressList = [address], Aliases = [] }
            : GetHostEntry(hostName);
    }

    /// <inheritdoc cref="GetHostEntry(string)"/>
    [Obsolete(Instead)]
    public static IAsyncResult BeginGetHostByName(string hostName, AsyncCallback? requestCallback, object? stateObject) =>
        BeginGetHostEntry(hostName, requestCallback, stateObject);

    /// <summary>Ends a look-up that was begun, and waits for it.</summary>
    [Obsolete(Instead)]
    public static IPHostEntry EndGetHostByName(IAsyncResult asyncResult) => EndGetHostEntry(asyncResult);

    /// <inheritdoc cref="GetHostEntry(IPAddress)"/>
    [Obsolete(Instead)]
    public static IPHostEntry GetHostByAddress(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return GetHostByAddress(IPAddress.Parse(address));
    }

    /// <inheritdoc cref="GetHostEntry(IPAddress)"/>
    [Obsolete(Instead)]
    public static IPHostEntry GetHostByAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return EntryOf(address, AddressFamily.Unspecified);
    }

    /// <inheritdoc cref="GetHostEntry(string)"/>
    /// <remarks>An address that no name is known for is answered as it is.</remarks>
    [Obsolete(Instead)]
    public static IPHostEntry Resolve(string hostName)
    {
        ArgumentNullException.ThrowIfNull(hostName);
        if (!IPAddress.TryParse(hostName, out IPAddress? address))
        {
            return GetHostEntry(hostName);
        }

        try
        {
            return GetHostByAddress(address);
        }
        catch (SocketException)
        {
            return new IPHostEntry { HostName = address.ToString(), AddressList = [address], Aliases = [] };
        }
    }

    /// <inheritdoc cref="GetHostEntry(string)"/>
    [Obsolete(Instead)]
    public static IAsyncResult BeginResolve(string hostName, AsyncCallback? requestCallback, object? stateObject) =>
        BeginGetHostEntry(hostName, requestCallback, stateObject);

    /// <summary>Ends a look-up that was begun, and waits for it.</summary>
    [Obsolete(Instead)]
    public static IPHostEntry EndResolve(IAsyncResult asyncResult) => EndGetHostEntry(asyncResult);

    private static IAsyncResult Check(IAsyncResult asyncResult)
    {
        ArgumentNullException.ThrowIfNull(asyncResult);
        return asyncResult;
    }
}
