using System.Reflection;

namespace Wavetank.AspNetCore.Http;

/// <summary>
/// <see cref="HttpClient.Timeout"/> in simulated time. The platform's client sets a timer of the real clock on the source of the token that it
/// passes with a request; here that timer is read and taken off. There is no public way to read it, so this reaches inside.
/// </summary>
/// <remarks>A timer behind a token that another handler linked with its own is not seen. Those of <c>IHttpClientFactory</c> pass the client's on.</remarks>
internal static class ClientTimeout
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly FieldInfo Source = Field(typeof(CancellationToken), "_source");
    private static readonly FieldInfo Timer = Field(typeof(CancellationTokenSource), "_timer");

    /// <summary>Takes the timer of the real clock off a token's source.</summary>
    /// <returns>The time that it was set for; null where there is none.</returns>
    public static TimeSpan? Take(CancellationToken token)
    {
        if (Source.GetValue(token) is not CancellationTokenSource source || Timer.GetValue(source) is not { } timer || !IsOfPlatform(timer))
        {
            return null;
        }

        uint milliseconds = (uint)Field(timer.GetType(), "_dueTime").GetValue(timer)!;
        source.CancelAfter(Timeout.InfiniteTimeSpan);
        return milliseconds == uint.MaxValue ? null : TimeSpan.FromMilliseconds(milliseconds);
    }

    // A timer of a simulation's TimeProvider is another type.
    private static bool IsOfPlatform(object timer) => timer.GetType().Assembly == typeof(CancellationTokenSource).Assembly;

    private static FieldInfo Field(Type type, string name) => type.GetField(name, Inside) ?? throw new NotSupportedException(
        $"{type.Name} of .NET {Environment.Version} has no {name}, by which HttpClient.Timeout is taken into simulated time. This version of Wavetank.AspNetCore knows .NET 10.");
}
