using BenchmarkDotNet.Attributes;
using Wavetank.Engine;

namespace Wavetank.Benchmarks;

/// <summary>Timers of the simulation's <see cref="TimeProvider"/>, as programs use them.</summary>
[MemoryDiagnoser]
public class TimerBenchmarks : IDisposable
{
    private const int Ticks = 1000;
    private readonly Simulator _simulator = new(seed: 1);
    private ITimer _moved = null!;
    private int _milliseconds;

    [GlobalSetup]
    public void SetUp()
    {
        _simulator.TimeProvider.CreateTimer(static _ => { }, null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        _moved = _simulator.TimeProvider.CreateTimer(static _ => { }, null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
    }

    [GlobalCleanup]
    public void Dispose() => _simulator.Dispose();

    [Benchmark(Description = "a tick of a periodic timer", OperationsPerInvoke = Ticks)]
    public void Tick() => _simulator.Run(_simulator.Now + TimeSpan.FromMilliseconds(Ticks));

    [Benchmark(Description = "move a timer")]
    public void Move() => _moved.Change(TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(_milliseconds++ & 1023), Timeout.InfiniteTimeSpan);

    [Benchmark(Description = "create a timer and dispose of it")]
    public void CreateAndDispose() => _simulator.TimeProvider.CreateTimer(static _ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();
}
