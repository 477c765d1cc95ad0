namespace Wavetank.Links.Queues;

/// <summary>PIE's probability and how it is worked out, every so often, from the wait of the packets that leave: RFC 8033 §4.2.</summary>
internal sealed class PieController(PieQueueOptions options)
{
    // Below this nothing is dropped within a run's lifetime: RFC 8033 §4.2 lets it fall by a fiftieth each time, and never to zero.
    private const double Negligible = 1e-12;

    private readonly long _target = options.Target.Ticks * TimeSpan.NanosecondsPerTick;
    private readonly long _interval = options.UpdateInterval.Ticks * TimeSpan.NanosecondsPerTick;
    private readonly long _fullAllowance = options.BurstAllowance.Ticks * TimeSpan.NanosecondsPerTick;
    private long _allowance = options.BurstAllowance.Ticks * TimeSpan.NanosecondsPerTick;
    private long _delay;
    private long _oldDelay;
    private long _nextUpdate = -1;

    public double Probability { get; private set; }

    /// <summary>Whether waits are so short that nothing is dropped: RFC 8033 §4.1.</summary>
    public bool IsQuiet => _oldDelay < _target / 2 && Probability < 0.2;

    public bool MayBurst => _allowance > 0;

    /// <summary>A packet leaves that waited so long. RFC 8033 §4.3 allows timestamps; an empty queue has no delay.</summary>
    public void OnDeparture(long wait, bool isEmpty) => _delay = isEmpty ? 0 : wait;

    /// <summary>Does what the timer would have done by now. Between packets nothing changes that it looks at.</summary>
    public void CatchUp(long now)
    {
        if (_nextUpdate < 0)
        {
            _nextUpdate = now + _interval;
        }

        while (_nextUpdate <= now)
        {
            Update();
            _nextUpdate += _interval;
            if (_delay == 0 && _oldDelay == 0 && Probability == 0 && _allowance == _fullAllowance && _nextUpdate <= now)
            {
                // Nothing will change any more.
                _nextUpdate += (((now - _nextUpdate) / _interval) + 1) * _interval;
            }
        }
    }

    private void Update()
    {
        double change = (options.Alpha * Seconds(_delay - _target)) + (options.Beta * Seconds(_delay - _oldDelay));
        change /= Tuning(Probability);

        // RFC 8033 §5.5: a high probability rises slowly.
        if (Probability >= 0.1 && change > 0.02)
        {
            change = 0.02;
        }

        double probability = Probability + change;

        // RFC 8033 §4.2: without congestion it decays exponentially.
        if (_delay == 0 && _oldDelay == 0)
        {
            probability *= 0.98;
        }

        Probability = probability < Negligible ? 0 : Math.Min(1, probability);

        // RFC 8033 §4.4: the allowance is used up as time passes, and is whole again when the queue is quiet.
        _allowance = Probability == 0 && _delay < _target / 2 && _oldDelay < _target / 2 ? _fullAllowance : Math.Max(0, _allowance - _interval);
        _oldDelay = _delay;
    }

    private static double Seconds(long nanoseconds) => nanoseconds / 1e9;

    // RFC 8033 §4.2: small probabilities change in small steps.
    private static double Tuning(double probability) => probability switch
    {
        < 0.000001 => 2048,
        < 0.00001 => 512,
        < 0.0001 => 128,
        < 0.001 => 32,
        < 0.01 => 8,
        < 0.1 => 2,
        _ => 1,
    };
}
