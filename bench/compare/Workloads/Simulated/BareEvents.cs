using Wavetank.Compare.Measuring;
using Wavetank.Engine;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>The engine alone: so many events are pending, and each that fires is scheduled again at a random later time.</summary>
internal sealed class BareEvents(Parameters parameters) : Workload
{
    private readonly Simulator _simulator = new(seed: 1);
    private readonly int _pending = parameters.Number("pending", 1000);
    private readonly long _events = parameters.Scaled("events", 10_000_000);

    public override void Prepare()
    {
        var dice = new Dice();
        for (int i = 0; i < _pending; i++)
        {
            var item = new Tick(this, dice);
            _simulator.Schedule(item, dice.Next());
        }
    }

    public override void Run() => _simulator.Run(SimulationTime.MaxValue);

    public override void Report(Figures figures) => figures.Set("events", _simulator.EventsFired);

    public override void Dispose() => _simulator.Dispose();

    private sealed class Tick(BareEvents owner, Dice dice) : SimulationEvent
    {
        protected override void Fire()
        {
            if (owner._simulator.EventsFired >= owner._events)
            {
                owner._simulator.Stop();
            }
            else
            {
                owner._simulator.Schedule(this, dice.Next());
            }
        }
    }

    /// <summary>A generator that costs nearly nothing (xorshift32, Marsaglia 2003), the same as in the ns-3 program: 0.1 to 409.6 us.</summary>
    private sealed class Dice
    {
        private uint _state = 2463534242;

        public TimeSpan Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return TimeSpan.FromTicks(1 + (_state & 4095));
        }
    }
}
