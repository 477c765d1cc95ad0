using BenchmarkDotNet.Attributes;
using Wavetank.Engine;

namespace Wavetank.Benchmarks;

/// <summary>The event queue: what each event, each moved timer and each cancelled timer pays.</summary>
[MemoryDiagnoser]
public class EventQueueBenchmarks
{
    private const int Cycle = 4096;
    private readonly EventQueue _queue = new();
    private readonly long[] _delays = new long[Cycle];
    private readonly Nothing _timer = new();
    private long _now;
    private int _next;

    [Params(1000, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new RandomStream(1, "bench");
        for (int i = 0; i < Cycle; i++)
        {
            _delays[i] = 100 + random.NextInt64(400_000);
        }

        for (int i = 0; i < Pending; i++)
        {
            _queue.Schedule(new Nothing(), NextTime());
        }

        _queue.Schedule(_timer, _now + 1_000_000_000);
    }

    [Benchmark(Description = "pop, then push")]
    public void PopAndPush()
    {
        SimulationEvent item = _queue.Pop(long.MaxValue, out _now)!;
        _queue.Schedule(item, NextTime());
    }

    [Benchmark(Description = "move a timer later, as each acknowledgment does")]
    public void MoveLater() => _queue.Schedule(_timer, _timer.DueTime + 1);

    [Benchmark(Description = "cancel a timer and set it again, later")]
    public void CancelAndSet()
    {
        long due = _timer.DueTime;
        _queue.Cancel(_timer);
        _queue.Schedule(_timer, due + 1);
    }

    private long NextTime() => _now + _delays[_next++ & (Cycle - 1)];

    private sealed class Nothing : SimulationEvent
    {
        protected internal override void Fire()
        {
        }
    }
}
