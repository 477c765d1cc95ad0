using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>
/// An operation of a socket that ends with an event, shaped like <c>System.Net.Sockets.SocketAsyncEventArgs</c>: it is used again and again.
/// </summary>
/// <remarks>The event comes on the simulation's thread, at the instant at which the operation ends, with the program that began it.</remarks>
public partial class SocketAsyncEventArgs : EventArgs, IDisposable
{
    /// <summary>Makes one that keeps the caller's execution context.</summary>
    public SocketAsyncEventArgs()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="unsafeSuppressExecutionContextFlow">Changes nothing here: the context tells which program the handlers belong to.</param>
    [SuppressMessage("Style", "IDE0060", Justification = "The platform has it.")]
    public SocketAsyncEventArgs(bool unsafeSuppressExecutionContextFlow)
    {
    }

    /// <summary>Tells that an operation that was pending has ended.</summary>
    public event EventHandler<SocketAsyncEventArgs>? Completed;

    /// <summary>The socket that accepts: made before, or made by the accept.</summary>
    public Socket? AcceptSocket { get; set; }

    /// <summary>Bytes that the last operation sent or received.</summary>
    public int BytesTransferred { get; private set; }

    /// <summary>Why a connect by name failed.</summary>
    public Exception? ConnectByNameError { get; private set; }

    /// <summary>The socket that has connected; null where it has not.</summary>
    public Socket? ConnectSocket { get; internal set; }

    /// <summary>As the parameter of <see cref="Socket.Disconnect(bool)"/>.</summary>
    public bool DisconnectReuseSocket { get; set; }

    /// <summary>The last operation that began.</summary>
    public SocketAsyncOperation LastOperation { get; private set; }

    /// <summary>The address that the last ReceiveMessageFrom's datagram was sent to.</summary>
    public IPPacketInformation ReceiveMessageFromPacketInfo { get; internal set; }

    /// <summary>Where to connect or send to; after a receive, the sender.</summary>
    public EndPoint? RemoteEndPoint { get; set; }

    /// <summary>What SendPackets sends.</summary>
    public SendPacketsElement[]? SendPacketsElements { get; set; }

    /// <summary>Options of SendPackets.</summary>
    public TransmitFileOptions SendPacketsFlags { get; set; }

    /// <summary>Bytes that SendPackets sends at a time on Windows; not used.</summary>
    public int SendPacketsSendSize { get; set; }

    /// <summary>What came of the last operation.</summary>
    public SocketError SocketError { get; set; }

    /// <summary>The flags of a send or receive, and what a receive says by flags.</summary>
    public SocketFlags SocketFlags { get; set; }

    /// <summary>For the program.</summary>
    public object? UserToken { get; set; }

    /// <summary>Ends its use. An operation that is pending ends first.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Tells that an operation has ended.</summary>
    /// <param name="e">Its arguments.</param>
    protected virtual void OnCompleted(SocketAsyncEventArgs e) => Completed?.Invoke(e?._socket, e!);
}
