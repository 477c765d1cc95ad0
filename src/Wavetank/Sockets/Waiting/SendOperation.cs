using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Sockets.Waiting;

/// <summary>A send that found too little room. It ends when all its bytes stand in the send buffer.</summary>
internal sealed class SendOperation(Socket socket) : SocketOperation(socket)
{
    private ReadOnlyMemory<byte> _remaining;
    private SocketFlags _flags;
    private TransportAddress? _destination;
    private int _sent;

    public override string Name => "Send";

    /// <param name="remaining">What is still to be sent.</param>
    /// <param name="sent">Bytes of the call that were sent already.</param>
    /// <param name="flags">As given to the call.</param>
    /// <param name="destination">Where to, or null for the connected peer.</param>
    /// <param name="forStream">Whether a stream made the call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void Start(
        ReadOnlyMemory<byte> remaining, int sent, SocketFlags flags, TransportAddress? destination, bool forStream, CancellationToken cancellationToken)
    {
        _remaining = remaining;
        _sent = sent;
        _flags = flags;
        _destination = destination;
        ForStream = forStream;
        Wait(Transport.Writes, cancellationToken);
    }

    public override bool TryAdvance()
    {
        SocketError error;
        int taken;
        do
        {
            error = Transport.TrySend(_remaining.Span, _flags, _destination, out taken);
            _remaining = _remaining[taken..];
            _sent += taken;
        }
        while (error == SocketError.Success && !_remaining.IsEmpty);

        return TryFinish(error, _sent);
    }

    protected override void Forget() => _remaining = default;
}
