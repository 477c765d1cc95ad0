using System.Net.Sockets;

namespace Wavetank.Sockets.Waiting;

/// <summary>A connect that waits for the handshake.</summary>
internal sealed class ConnectOperation(Socket socket) : SocketOperation(socket)
{
    public override string Name => "Connect";

    public void Start(CancellationToken cancellationToken) => Wait(Transport.Writes, cancellationToken);

    public override bool TryAdvance()
    {
        SocketError error = Transport.FinishConnect();
        if (error == SocketError.Success)
        {
            Socket.SetConnected();
        }

        return TryFinish(error, 0);
    }

    protected override void Cancelled() => Transport.AbandonConnect();
}
