using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine;

/// <summary>The plainest calls that a program can wait for, made of an operation and an event.</summary>
internal static class SimulatedCalls
{
    /// <summary>Blocks the calling program for a simulated time.</summary>
    public static void Sleep(this Simulator simulator, int milliseconds) => simulator.BeginSleep(milliseconds).Wait();

    /// <summary>Waits for a simulated time.</summary>
    public static ValueTask<int> SleepAsync(this Simulator simulator, int milliseconds, CancellationToken cancellationToken = default) =>
        simulator.BeginSleep(milliseconds, cancellationToken).AsValueTask();

    /// <summary>An operation that ends after a simulated time with the number of milliseconds.</summary>
    public static Operation<int> BeginSleep(this Simulator simulator, int milliseconds, CancellationToken cancellationToken = default)
    {
        var operation = new Operation<int>(simulator);
        operation.Begin(cancellationToken);
        simulator.Schedule(new ProbeEvent(() => operation.TryComplete(milliseconds)), TimeSpan.FromMilliseconds(milliseconds));
        return operation;
    }

    /// <summary>An operation that nobody ever completes.</summary>
    public static Operation<int> BeginForever(this Simulator simulator)
    {
        var operation = new Operation<int>(simulator);
        operation.Begin();
        return operation;
    }
}
