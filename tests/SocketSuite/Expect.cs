using System.Net.Sockets;

namespace SocketSuite;

/// <summary>What a call fails with. Awaits nothing but the call, so that a simulated program stays on its thread.</summary>
internal static class Expect
{
    /// <summary>The error of the SocketException that a call throws; Success if it throws none.</summary>
    public static SocketError Error(Action call)
    {
        try
        {
            call();
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }

        return SocketError.Success;
    }

    /// <inheritdoc cref="Error(Action)"/>
    public static async Task<SocketError> ErrorAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }

        return SocketError.Success;
    }

    /// <summary>The exception of exactly this type that a call fails with.</summary>
    public static async Task<T> ThrowsAsync<T>(Func<Task> call)
        where T : Exception
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            return Assert.IsType<T>(exception);
        }

        throw new InvalidOperationException($"The call did not throw {typeof(T).Name}.");
    }

    /// <summary>The parameter that an argument exception names.</summary>
    public static string? BadArgument<T>(Action call)
        where T : ArgumentException => Assert.Throws<T>(call).ParamName;

    /// <summary>Waits until something is true, for ten seconds at most.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        long start = TestBed.Time.GetTimestamp();
        while (!condition())
        {
            Assert.True(TestBed.Time.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "What was waited for did not come.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TestBed.Time);
        }
    }
}
