using System.Net.Sockets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class TcpListener
{
    /// <inheritdoc cref="AcceptSocketAsync()"/>
    /// <param name="callback">Called once there is a connection.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginAcceptSocket(AsyncCallback? callback, object? state) => AsyncResults.Begin(AcceptSocketAsync(), callback, state);

    /// <summary>Ends an accept that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginAcceptSocket gave.</param>
    public Socket EndAcceptSocket(IAsyncResult asyncResult) => AsyncResults.End<Socket>(asyncResult);

    /// <inheritdoc cref="AcceptSocketAsync()"/>
    /// <param name="callback">Called once there is a connection.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginAcceptTcpClient(AsyncCallback? callback, object? state) => AsyncResults.Begin(AcceptTcpClientAsync(), callback, state);

    /// <summary>Ends an accept that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginAcceptTcpClient gave.</param>
    public TcpClient EndAcceptTcpClient(IAsyncResult asyncResult) => AsyncResults.End<TcpClient>(asyncResult);

    /// <summary>A setting of Windows, which Linux refuses.</summary>
    /// <param name="allowed">Not used.</param>
    /// <exception cref="InvalidOperationException">The listener has started.</exception>
    /// <exception cref="PlatformNotSupportedException">Always otherwise.</exception>
    public void AllowNatTraversal(bool allowed)
    {
        if (Active)
        {
            throw new InvalidOperationException("The listener has started; set it before Start.");
        }

        Server.SetIPProtectionLevel(allowed ? IPProtectionLevel.Unrestricted : IPProtectionLevel.EdgeRestricted);
    }
}
