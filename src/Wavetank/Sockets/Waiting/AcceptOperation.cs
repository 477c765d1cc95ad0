using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets.Waiting;

/// <summary>An accept that waits for a connection.</summary>
internal sealed class AcceptOperation(Socket socket) : SocketOperation(socket)
{
    private StreamTransport? _accepted;

    public override string Name => "Accept";

    public void Start(CancellationToken cancellationToken) => Wait(Transport.Reads, cancellationToken);

    public override bool TryAdvance() => TryFinish(Transport.TryAccept(out _accepted), 0);

    /// <summary>The accepted connection, once.</summary>
    public StreamTransport Take()
    {
        StreamTransport accepted = _accepted!;
        _accepted = null;
        return accepted;
    }
}
