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
internal sealed partial class LinkDirection : SimulationEvent
{
    private readonly LinkContext _context;
    private readonly string _path;
    private readonly LinkEnd _receiver;
    private readonly int _point;
    private InFlightPackets _inFlight = new();
    private LinkInvariants? _invariants;

    private LinkOptions _options;
    private bool _isNew = true;
    private bool _isImpaired;
    private int _limit;
    private LinkFraming? _framing;

    // What holds now: the direction's own conditions, or those of the schedule's step.
    private long _rate;
    private LossModel? _loss;
    private LossModel? _ownLoss;

    // Null where every packet takes the same time, which is most links' case: _fixedDelay.
    private DelayModel? _delay;
    private DelayModel? _ownDelay;
    private long _fixedDelay;

    private LinkSchedule? _schedule;
    private RandomStream? _scheduleRandom;
    private ScheduleStep? _step;
    private long _scheduleStart;
    private Deliveries? _deliveries;

    private long _busyUntil;
    private long _rateRemainder;
    private long _lastArrival;
    private bool _isUp = true;

    public LinkDirection(LinkContext context, PacketPoint point, LinkEnd receiver, LinkOptions options)
    {
        _context = context;
        _path = point.Path;
        _receiver = receiver;
        _point = context.Events.RegisterPoint(point);
        _options = options;
        SetQueueOptions(options.Queue);
        SetConditions(options);
    }

    public LinkStatistics Statistics { get; } = new();

    public string Path => _path;

    public LinkOptions Options => _options;

    /// <summary>Packets that wait, are being sent or are under way.</summary>
    public int PacketsInside => PacketsWaiting + _inFlight.Count;

    /// <summary>What checks the direction; null where the run checks nothing.</summary>
    public LinkInvariants? Invariants =>
        _context.Simulator.Invariants is { } monitor ? _invariants ??= new LinkInvariants(monitor, this) : null;

    private long Now => _context.Simulator.NowNanoseconds;

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
        long total = (bytes * 8L * SimulationTime.NanosecondsPerSecond) + carried;
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
