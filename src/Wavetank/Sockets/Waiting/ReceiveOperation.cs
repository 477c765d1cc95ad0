using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets.Waiting;

/// <summary>A receive that was not satisfied at once. The program's memory is filled when the bytes are there.</summary>
internal sealed class ReceiveOperation(Socket socket) : SocketOperation(socket)
{
    private Memory<byte> _buffer;
    private SocketFlags _flags;
    private SocketAddress? _sender;

    public override string Name => "Receive";

    /// <summary>Sender and flags of what was received.</summary>
    public ReceivedMessage Message { get; private set; }

    public void Start(Memory<byte> buffer, SocketFlags flags, SocketAddress? sender, bool forStream, CancellationToken cancellationToken)
    {
        _buffer = buffer;
        _flags = flags;
        _sender = sender;
        ForStream = forStream;
        Wait(Transport.Reads, cancellationToken);
    }

    public override bool TryAdvance()
    {
        if (Transport.IsBelowLowWater(int.MaxValue))
        {
            return false;
        }

        SocketError error = Transport.TryReceive(_buffer.Span, _flags, out ReceivedMessage message);
        if (error == SocketError.Success)
        {
            Message = message;
            if (_sender is not null)
            {
                Socket.WriteSender(message.From, _sender);
            }
        }

        return TryFinish(error, message.Length);
    }

    protected override void Forget()
    {
        _buffer = default;
        _sender = null;
    }
}
