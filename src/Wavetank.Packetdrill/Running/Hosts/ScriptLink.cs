using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Packetdrill.Running.Hosts;

/// <summary>The cable at the host's interface, whose other end is the script: keeps what the host sends until the script looks at it.</summary>
internal sealed class ScriptLink(Simulator simulator, HostSettings settings) : LinkEndpoint
{
    private readonly Queue<SentPacket> _sent = new();
    private ReadinessWait? _waiting;

    public override int Mtu => settings.Mtu;

    public override void Send(Packet packet)
    {
        _sent.Enqueue(new SentPacket(packet, simulator.Now));
        _waiting?.Wake();
    }

    /// <summary>Gives a packet to the host.</summary>
    public void Inject(Packet packet) => Deliver(packet);

    /// <summary>The next packet that the host sent, waited for until an instant at most; null if none came. The caller owns it.</summary>
    public async ValueTask<SentPacket?> ReceiveAsync(long deadline)
    {
        if (_sent.Count == 0 && deadline >= simulator.NowNanoseconds)
        {
            var wait = new ReadinessWait(simulator);
            wait.Begin();
            wait.SetDeadline(new SimulationTime(deadline) - simulator.Now);
            _waiting = wait;
            await wait.AsValueTask();
            _waiting = null;
            wait.CancelDeadline();
        }

        return _sent.TryDequeue(out SentPacket sent) ? sent : null;
    }
}
