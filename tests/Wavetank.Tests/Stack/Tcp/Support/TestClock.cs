using Wavetank.Engine;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>Virtual time for TCP without an engine: the engine's queue alone.</summary>
internal sealed class TestClock
{
    public const long Millisecond = 1_000_000;

    public EventQueue Queue { get; } = new();

    /// <summary>Nanoseconds. Starts at a second, so that nothing mistakes an early instant for "never".</summary>
    public long Now { get; private set; } = 1000 * Millisecond;

    /// <summary>Events that keep a run going.</summary>
    public int Foreground => Queue.Foreground;

    public void RunFor(double milliseconds) => RunUntil(Now + (long)(milliseconds * Millisecond));

    public void RunUntil(long time)
    {
        while (Queue.Pop(time, out long at) is { } item)
        {
            Now = at;
            item.Fire();
        }

        Now = time;
    }

    /// <summary>Runs until nothing is left that keeps a run going.</summary>
    public void RunToEnd(double limitMilliseconds = 1e9)
    {
        long limit = Now + (long)(limitMilliseconds * Millisecond);
        while (Queue.Foreground > 0 && Queue.Pop(limit, out long at) is { } item)
        {
            Now = at;
            item.Fire();
        }
    }
}
