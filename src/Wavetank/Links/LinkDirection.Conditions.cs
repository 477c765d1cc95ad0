using Wavetank.Engine;
using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Packets;

namespace Wavetank.Links;

internal sealed partial class LinkDirection
{
    // A component's dice live as long as it does: a condition that is changed goes on with the same stream.
    private RandomStream? _lossRandom;
    private RandomStream? _delayRandom;
    private RandomStream? _duplicateRandom;
    private RandomStream? _reorderRandom;
    private RandomStream? _corruptRandom;

    /// <summary>Changes the conditions for what is sent from now on. What is under way arrives as it was to arrive; what waits goes on waiting.</summary>
    public void Change(LinkOptions options)
    {
        bool queueChanged = options.Queue != _options.Queue;
        _options = options;
        _fixedDelay = Nanoseconds(options.Delay);
        _delay = CreateDelay(options);
        _loss = CreateLoss(options);
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

    private UniformDelay? CreateDelay(LinkOptions options) => options.Jitter == TimeSpan.Zero
        ? null
        : new UniformDelay(Nanoseconds(options.Delay), Nanoseconds(options.Jitter), _delayRandom ??= CreateRandom("delay"));

    private static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;

    private LossModel? CreateLoss(LinkOptions options)
    {
        if (options.LossPeriod > 0)
        {
            // Like the dice, the count goes on where another condition is changed.
            return _loss is PeriodicLoss going && going.Period == options.LossPeriod ? going : new PeriodicLoss(options.LossPeriod);
        }

        return options.Loss == 0 ? null : new IndependentLoss(options.Loss, _lossRandom ??= CreateRandom("loss"));
    }

    private bool DrawDuplicate() =>
        _options.Duplicate > 0 && (_duplicateRandom ??= CreateRandom("duplicate")).NextBoolean(_options.Duplicate);

    private bool DrawReorder() =>
        _options.Reorder > 0 && (_reorderRandom ??= CreateRandom("reorder")).NextBoolean(_options.Reorder);

    private bool DrawCorrupt() =>
        _options.Corrupt > 0 && (_corruptRandom ??= CreateRandom("corrupt")).NextBoolean(_options.Corrupt);

    private RandomStream CreateRandom(string what) => _context.Simulator.CreateRandomStream($"{_path}/{what}");
}
