using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Sockets.Transports;

internal sealed partial class StreamTransport
{
    public override SocketError StartConnect(TransportAddress remote)
    {
        _error = SocketError.Success;
        _established = false;
        _sendShut = false;
        _connection = Stack.Tcp.Connect(_binding, EndPoints.AsDestination(remote), Settings.Tcp, this, out SocketError error);
        if (_connection is null)
        {
            return error;
        }

        // The claim on the port went over to the connection.
        _binding = null;
        return FinishConnect();
    }

    public override SocketError FinishConnect()
    {
        if (_established)
        {
            return SocketError.Success;
        }

        if (!HasError)
        {
            return SocketError.WouldBlock;
        }

        _connection = null;
        return TakeError();
    }

    public override void AbandonConnect()
    {
        if (!_established)
        {
            _connection?.Abort();
            _connection = null;
        }
    }

    public override SocketError TrySend(ReadOnlySpan<byte> data, SocketFlags flags, TransportAddress? destination, out int sent)
    {
        sent = 0;
        if (!AreKnown(flags))
        {
            return SocketError.OperationNotSupported;
        }

        if (HasError)
        {
            return TakeError();
        }

        if (_connection is not { } connection || _sendShut || !connection.CanSend)
        {
            return SocketError.Shutdown;
        }

        if (!_established)
        {
            return SocketError.WouldBlock;
        }

        sent = connection.Send(data);
        Stack.Observers.Streams?.OnWritten(connection, data[..sent]);
        return sent > 0 || data.IsEmpty ? SocketError.Success : SocketError.WouldBlock;
    }

    /// <summary>As Linux: neither the end nor a window that is shut lets a receive wait for more.</summary>
    public override bool IsBelowLowWater(int room) => Settings.ReceiveLowWater > 1
        && _established && !HasError && _connection is { NoMoreComes: false } connection
        && connection.Available < Math.Min(Settings.ReceiveLowWater, room)
        && !connection.IsWindowShut;

    public override SocketError TryReceive(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message)
    {
        message = default;
        if (!AreKnown(flags))
        {
            return SocketError.OperationNotSupported;
        }

        if ((flags & SocketFlags.OutOfBand) != 0)
        {
            // Urgent data stays in the stream (RFC 6093), so none ever waits beside it.
            return SocketError.InvalidArgument;
        }

        if (_connection is not { } connection || !_established)
        {
            return _connection is null ? SocketError.NotConnected : SocketError.WouldBlock;
        }

        // What came before a reset can still be read, as on Linux.
        if (connection.Available > 0)
        {
            bool peek = (flags & SocketFlags.Peek) != 0;
            message = new ReceivedMessage(connection.Receive(buffer, peek), default, SocketFlags.None);
            Stack.Observers.Streams?.OnRead(connection, buffer[..message.Length], peek);
            return SocketError.Success;
        }

        return HasError ? TakeError()
            : connection.EndOfStream ? SocketError.Success
            : SocketError.WouldBlock;
    }

    public override SocketError Shutdown(SocketShutdown how)
    {
        if (how is < SocketShutdown.Receive or > SocketShutdown.Both)
        {
            return SocketError.InvalidArgument;
        }

        if (_connection is not { } connection || !_established)
        {
            return SocketError.NotConnected;
        }

        if (how != SocketShutdown.Receive)
        {
            _sendShut = true;
            connection.ShutdownSend();
            WakeWriters();
        }

        if (how != SocketShutdown.Send)
        {
            connection.ShutdownReceive();
            WakeReaders();
        }

        return SocketError.Success;
    }
}
