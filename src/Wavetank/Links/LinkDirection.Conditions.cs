using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Links.Schedules;
using Wavetank.Packets;

namespace Wavetank.Links;

internal sealed partial class LinkDirection
{
    /// <summary>Changes the conditions for what is sent from now on. What is under way arrives as it was to arrive; what waits goes on waiting.</summary>
    public void Change(LinkOptions options)
    {
        bool queueChanged = options.Queue != _options.Queue;
        SetConditions(options);
        if (queueChanged)
        {
            ReplaceQueue(options.Queue);
        }
    }

    /// <summary>Brings the direction up, or down: then all that waits or is under way is lost, as when a cable is cut.</summary>
    public void SetUp(bool isUp)
    {
        _isUp = isUp;
        if (isUp)
        {
            return;
        }

        ClearQueue();
        _context.Simulator.Cancel(this);
        while (_inFlight.Count > 0)
        {
            Drop(_inFlight.RemoveFirst(out _, out _), DropReason.LinkDown);
        }

        _busyUntil = Now;
        _lastArrival = Now;
        Invariants?.OnCut();
    }

    /// <summary>Sets all but the queue. Like the dice, models and counts go on where another condition is changed.</summary>
    private void SetConditions(LinkOptions options)
    {
        LinkOptions before = _options;
        _options = options;
        Mtu = options.Mtu;
        _limit = options.Limit ?? int.MaxValue;
        _framing = options.Framing;
        if (_isNew || options.LossModel != before.LossModel || options.Loss != before.Loss || options.LossPeriod != before.LossPeriod)
        {
            _ownLoss = CreateLoss(options);
        }

        if (_isNew || options.DelayModel != before.DelayModel || options.Delay != before.Delay || options.Jitter != before.Jitter)
        {
            _ownDelay = options.DelayModel?.Create(Dice.Delay) ?? CreateDelay(options.Delay, options.Jitter);
        }

        if (_isNew || options.Schedule != before.Schedule)
        {
            _schedule = options.Schedule?.Create(Dice.Schedule);
            _scheduleStart = Now;
            _step = null;
        }

        _deliveries = options.DeliveryTrace is not { } trace ? null
            : _deliveries?.Trace == trace ? _deliveries : new Deliveries(trace, Now);
        SetImpairments(options, before);
        _isNew = false;
        Apply(_step);
    }

    /// <summary>Lets a step of the schedule hold over the direction's own conditions.</summary>
    private void Apply(ScheduleStep? step)
    {
        _step = step;
        _rate = (step?.Rate ?? _options.Rate).BitsPerSecond;
        _byteTime = _rate > 0 && ByteTimeAtOneBit % _rate == 0 ? ByteTimeAtOneBit / _rate : 0;
        _fixedDelay = Ranges.Nanoseconds(step?.Delay ?? _options.Delay);
        _delay = step is { Delay: null, Jitter: null } or null ? _ownDelay : CreateDelay(step.Delay ?? _options.Delay, step.Jitter ?? _options.Jitter);
        _loss = step?.Loss is { } share ? CreateLoss(share) : _ownLoss;
        _isImpaired = _loss is not null || _delay is not null || _hasImpairments;
    }

    private UniformDelay? CreateDelay(TimeSpan delay, TimeSpan jitter) => jitter == TimeSpan.Zero
        ? null
        : new UniformDelay(Ranges.Nanoseconds(delay), Ranges.Nanoseconds(jitter), Dice.Delay);

    private LossModel? CreateLoss(LinkOptions options) =>
        options.LossModel is { } model ? model.Create(Dice.Loss)
        : options.LossPeriod > 0 ? new PeriodicLoss(options.LossPeriod)
        : CreateLoss(options.Loss);

    private IndependentLoss? CreateLoss(double share) => share == 0 ? null : new IndependentLoss(share, Dice.Loss);
}
