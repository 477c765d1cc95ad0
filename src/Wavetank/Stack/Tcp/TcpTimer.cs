using Wavetank.Engine;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp;

/// <summary>
/// One of a connection's two events. The foreground one stands for all deadlines that belong to work under way; the background
/// one for mere waiting (TIME-WAIT, FIN-WAIT-2, an idle connection's keep-alive), which does not keep a run going.
/// </summary>
internal sealed class TcpTimer : SimulationEvent
{
    private readonly TcpConnection _connection;

    public TcpTimer(TcpConnection connection, bool isBackground)
    {
        _connection = connection;
        IsBackground = isBackground;
    }

    internal override bool MayOvertake => true;

    protected internal override void Fire() => _connection.TimerFired(this);
}
