using Wavetank.Engine;
using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Links.Loss;
using Wavetank.Links.Schedules;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>
/// One direction of a link: a queue, a transmitter that sends at the rate, and a way that loses, duplicates, corrupts, delays and reorders.
/// </summary>
/// <remarks>
/// A packet costs one event (its arrival) where the link is free, and two where it had to wait. Sending never blocks on the
/// delay, so delay does not eat throughput. The direction is itself the event of its next arrival, and makes what only traffic needs
/// when traffic comes: a network may have a hundred thousand idle links.
/// </remarks>
internal sealed partial class LinkDirection : SimulationEvent, IPacketPlace
{
    private const long ByteTimeAtOneBit = 8 * SimulationTime.NanosecondsPerSecond;

    private readonly LinkContext _context;
    private readonly Link _link;
    private readonly bool _isForward;
    private readonly LinkEnd _receiver;
    private readonly int _point;
    private InFlightPackets _inFlight = new();
    private LinkInvariants? _invariants;
    private LinkDice? _dice;

    private LinkOptions _options;
    private bool _isNew = true;
    private bool _isImpaired;
    private int _limit;
    private LinkFraming? _framing;

    // What holds now: the direction's own conditions, or those of the schedule's step.
    private long _rate;

    // Nanoseconds that a byte takes, where they are whole, as at most rates: there is nothing to divide then. Else 0.
    private long _byteTime;
    private LossModel? _loss;
    private LossModel? _ownLoss;

    // Null where every packet takes the same time, which is most links' case: _fixedDelay.
    private DelayModel? _delay;
    private DelayModel? _ownDelay;
    private long _fixedDelay;

    private LinkSchedule? _schedule;
    private ScheduleStep? _step;
    private long _scheduleStart;
    private Deliveries? _deliveries;

    private long _busyUntil;
    private long _rateRemainder;
    private long _lastArrival;
    private bool _isUp = true;

    public LinkDirection(LinkContext context, Link link, bool isForward, LinkEnd receiver, LinkOptions options)
    {
        _context = context;
        _link = link;
        _isForward = isForward;
        _receiver = receiver;
        _point = context.Events.RegisterPoint(this);
        _options = options;
        SetQueueOptions(options.Queue);
        SetConditions(options);
    }

    public LinkStatistics Statistics { get; } = new();

    public string Path => $"link/{_link.Name}/{(_isForward ? "forward" : "backward")}";

    public LinkOptions Options => _options;

    /// <summary>What <see cref="Options"/> say of it, where each packet finds it beside what else it looks at.</summary>
    public int Mtu { get; private set; }

    /// <summary>Packets that wait, are being sent or are under way.</summary>
    public int PacketsInside => PacketsWaiting + _inFlight.Count;

    /// <summary>What checks the direction; null where the run checks nothing.</summary>
    public LinkInvariants? Invariants =>
        _context.Simulator.Invariants is { } monitor ? _invariants ??= new LinkInvariants(monitor, this) : null;

    private LinkDice Dice => _dice ??= new LinkDice(_context.Simulator, Path);

    private long Now => _context.Simulator.NowNanoseconds;

    // It is one event for all its packets, which stay in their order.
    internal override bool MayOvertake => true;

    PacketPoint IPacketPlace.DescribePoint() => _isForward
        ? new PacketPoint(Path, _link.FirstInterface, _link.SecondInterface)
        : new PacketPoint(Path, _link.SecondInterface, _link.FirstInterface);

    private void Transmit(Packet packet)
    {
        if (_schedule is not null && _schedule.At(Now - _scheduleStart) is var step && !ReferenceEquals(step, _step))
        {
            Apply(step);
        }

        int wireBytes = _framing?.WireBytes(packet.Length) ?? packet.Length;
        long time = TransmissionTime(wireBytes);
        Statistics.CountSent(packet.Length, time);
        Invariants?.OnTransmit(wireBytes, time, _busyUntil, Now, _deliveries is null ? _rate : null);
        _busyUntil = Now + time;
        _context.Events.Raise(PacketEventKind.Sent, _point, packet);
        if (_isImpaired)
        {
            Impair(packet);
            return;
        }

        _lastArrival = Math.Max(_busyUntil + _fixedDelay, _lastArrival);
        Launch(packet, _lastArrival, mayOvertake: false);
    }

    /// <summary>Sets a packet on its way.</summary>
    private void Launch(Packet packet, long arrival, bool mayOvertake)
    {
        long sequence = _context.Simulator.TakeSequence();
        Invariants?.OnPropagated(sequence, mayOvertake);
        if (_inFlight.Add(packet, arrival, sequence))
        {
            _context.Simulator.ScheduleAt(this, arrival, sequence);
        }
    }

    /// <summary>The next packet arrives.</summary>
    protected internal override void Fire()
    {
        Packet packet = _inFlight.RemoveFirst(out long arrival, out long sequence);
        if (_inFlight.TryPeek(out long next, out long nextSequence))
        {
            _context.Simulator.ScheduleAt(this, next, nextSequence);
        }

        _inFlight.PrefetchFirst();
        Statistics.CountArrived(packet.Length);
        Invariants?.OnArrived(arrival, sequence, Now);
        _context.Events.Raise(PacketEventKind.Arrived, _point, packet);
        _receiver.TakeArrival(packet);
    }

    /// <summary>Nanoseconds that sending takes. What the division leaves over is carried on, so that the rate is exact in the long run.</summary>
    private long TransmissionTime(int bytes)
    {
        if (_deliveries is not null)
        {
            return _deliveries.Send(Now, bytes) - Now;
        }

        if (_rate == 0)
        {
            return 0;
        }

        // After a pause the sender starts afresh: idle time is not a matter of fractions of a nanosecond.
        long carried = _busyUntil == Now ? _rateRemainder : 0;
        if (_byteTime > 0 && carried == 0)
        {
            _rateRemainder = 0;
            return bytes * _byteTime;
        }

        long total = (bytes * ByteTimeAtOneBit) + carried;
        (long time, _rateRemainder) = Math.DivRem(total, _rate);
        return time;
    }

    private void Drop(Packet packet, DropReason reason)
    {
        Statistics.CountDrop(reason);
        Invariants?.OnDropped();
        _context.Events.Drop(_point, packet, reason);
    }
}
