using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp;

/// <summary>Joins TCP to the engine and to the host's internet layer.</summary>
internal sealed class StackTcpHost(NetworkStack stack) : TcpHost
{
    private readonly Simulator _simulator = stack.Simulator;

    public override long Now => _simulator.NowNanoseconds;

    public override PacketPool Pool { get; } = stack.Pool;

    public override PortTable Ports { get; } = new(stack.Random);

    public override void Send(Packet packet) => stack.Ip.Send(packet);

    public override bool TrySelectSource(Address destination, out Address source, out int mtu) =>
        // RFC 9293 §3.9.1.1, MUST-46: a connection is between two hosts.
        stack.Ip.TrySelectSource(destination, out source, out mtu) && !stack.Ip.IsGroup(destination);

    public override void SetTimer(TcpTimer timer, long at) => _simulator.ScheduleAt(timer, at);

    public override void CancelTimer(TcpTimer timer) => _simulator.Cancel(timer);

    public override ulong NextRandom() => stack.Random.NextUInt64();

    public override void AddToDigest(ReadOnlySpan<byte> bytes) => stack.Events.Digest.AddBytes(bytes);

    public override void Delivered(Packet packet) => stack.Events.Raise(PacketEventKind.Delivered, stack.Point, packet);

    public override void Ended(TcpConnection connection)
    {
        stack.Observers.Streams?.OnEnded(connection);
        stack.Observers.Sampler?.Look(connection, isLast: true);
        stack.EndedConnections.Add(stack.HostName, connection);
    }

    public override void Drop(Packet packet, DropReason reason) => stack.Events.Drop(stack.Point, packet, reason);
}
