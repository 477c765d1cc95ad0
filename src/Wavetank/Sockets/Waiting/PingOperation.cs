using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Icmp;

namespace Wavetank.Sockets.Waiting;

/// <summary>One echo request that waits for its reply, an error message, or its timeout.</summary>
internal sealed class PingOperation : Operation<PingReply>, IIcmpEchoUser
{
    private const ushort SequenceNumber = 1;

    private readonly NetworkStack _stack;
    private readonly IPAddress _destination;
    private readonly IcmpEchoEndpoint _endpoint;
    private readonly Deadline _deadline;
    private long _sentAt;

    public PingOperation(NetworkStack stack, IPAddress destination)
        : base(stack.Simulator, stack.Gate)
    {
        _stack = stack;
        _destination = destination;
        _endpoint = stack.Icmp.OpenEcho(this);
        _deadline = new Deadline(this);
    }

    public void Start(TimeSpan timeout, ReadOnlySpan<byte> payload, PingOptions? options, CancellationToken cancellationToken)
    {
        _sentAt = _stack.Simulator.NowNanoseconds;
        Begin(cancellationToken);
        _stack.Simulator.Schedule(_deadline, timeout);
        SocketError error = _endpoint.Send(
            Address.FromIPAddress(_destination), SequenceNumber, payload, (byte)(options?.Ttl is int ttl ? Math.Min(ttl, byte.MaxValue) : 0), options?.DontFragment ?? false);
        if (error != SocketError.Success)
        {
            Finish();
            TryFail(Wrap(new SocketException((int)error)));
        }
    }

    public static PingException Wrap(Exception inner) => new($"The ping could not be sent: {inner.Message}", inner);

    void IIcmpEchoUser.OnReply(Address from, ushort sequenceNumber, byte timeToLive, ReadOnlySpan<byte> payload)
    {
        long elapsed = _stack.Simulator.NowNanoseconds - _sentAt;
        Finish();
        TryComplete(new PingReply(
            IPStatus.Success, from.ToIPAddress(), elapsed / 1_000_000, new PingOptions(Math.Max((int)timeToLive, 1), false), payload.ToArray()));
    }

    void IIcmpEchoUser.OnError(Address from, ushort sequenceNumber, byte type, byte code) => Fail(PingStatus.Of(from.Family, type, code), from.ToIPAddress());

    private void Fail(IPStatus status, IPAddress address)
    {
        Finish();
        TryComplete(new PingReply(status, address, 0, null, []));
    }

    private void Finish()
    {
        _endpoint.Close();
        _stack.Simulator.Cancel(_deadline);
    }

    private protected override void OnCanceled() => Finish();

    private sealed class Deadline(PingOperation ping) : SimulationEvent
    {
        protected internal override void Fire() => ping.Fail(IPStatus.TimedOut, ping._destination);
    }
}
