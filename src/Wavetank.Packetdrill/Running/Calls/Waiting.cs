using Wavetank.Sockets.Transports;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>How system calls wait.</summary>
internal static class Waiting
{
    /// <summary>Waits until a condition holds that only what happens to these sockets can bring about.</summary>
    /// <param name="transports">The sockets; at least one.</param>
    /// <param name="condition">What is waited for.</param>
    /// <param name="milliseconds">How long at most; negative means for ever.</param>
    /// <returns>Whether the condition holds.</returns>
    public static async ValueTask<bool> UntilAsync(IReadOnlyList<Transport> transports, Func<bool> condition, long milliseconds)
    {
        if (condition() || milliseconds == 0)
            return condition();
        var wait = new ReadinessWait(transports[0].Stack.Simulator);
        if (milliseconds > 0)
            wait.SetDeadline(TimeSpan.FromMilliseconds(milliseconds));
        foreach (Transport transport in transports)
            transport.Watch(wait);
        while (!condition() && !wait.HasTimedOut)
        {
            wait.Begin();
            await wait.AsValueTask();
        }

        wait.CancelDeadline();
        foreach (Transport transport in transports)
            transport.Unwatch(wait);
        return condition();
    }
}
