using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Interfaces;

/// <summary>The host's own link to itself: no loss, no delay, but never inside the call that sent (the sender is not done yet).</summary>
internal sealed class LoopbackEndpoint : LinkEndpoint, IPacketPlace
{
    private readonly NetworkStack _stack;

    // Made when first used: most hosts never talk to themselves.
    private RingQueue<(Packet Packet, HostInterface? As)>? _inFlight;
    private Arrival? _arrival;

    public LoopbackEndpoint(NetworkStack stack)
    {
        _stack = stack;
        Point = stack.Events.RegisterPoint(this);
    }

    /// <summary>The point under which it raises packet events.</summary>
    public int Point { get; }

    /// <summary>The largest IPv4 packet; Linux's 65536 exceeds what the total length field can say.</summary>
    public override int Mtu => ushort.MaxValue;

    public override void Send(Packet packet) => Send(packet, null);

    /// <summary>Brings the host's own copy of what it sent to a group, as if it came in where the others went out.</summary>
    public void Send(Packet packet, HostInterface? arriveAt)
    {
        _inFlight ??= new();
        _arrival ??= new Arrival(this);
        _stack.Events.Raise(PacketEventKind.Sent, Point, packet);
        _inFlight.Enqueue((packet, arriveAt));
        _stack.Simulator.Post(_arrival);
    }

    PacketPoint IPacketPlace.DescribePoint()
    {
        string name = $"{_stack.HostName}.lo";
        return new PacketPoint($"link/{name}", name, name);
    }

    private void ArriveNext()
    {
        _inFlight!.TryDequeue(out (Packet Packet, HostInterface? As) next);
        _stack.Events.Raise(PacketEventKind.Arrived, Point, next.Packet);
        if (next.As is { } arrivedAt)
        {
            _stack.Ip.Receive(next.Packet, arrivedAt);
        }
        else
        {
            Deliver(next.Packet);
        }
    }

    private sealed class Arrival(LoopbackEndpoint endpoint) : SimulationEvent
    {
        protected internal override void Fire() => endpoint.ArriveNext();
    }
}
