using System.Reflection;
using System.Runtime.CompilerServices;

namespace Wavetank.AspNetCore.Http;

/// <summary>What <see cref="SocketsHttpHandler"/> measures in real time: turned off where it can be, and refused where a program asks for it.</summary>
internal static class RealTime
{
    private const string WindowSwitch = "System.Net.SocketsHttpHandler.Http2FlowControl.DisableDynamicWindowSizing";
    private const string ReloadSetting = "DOTNET_hostBuilder__reloadConfigOnChange";
    private const string AttemptSetting = "System.Net.SocketsHttpHandler.PendingConnectionTimeoutOnRequestCompletion";

    /// <summary>
    /// HTTP/2's windows follow round trips that are measured by the real clock, by pings that are packets; and an attempt to connect ends five
    /// seconds of the real clock after its request, for which there is <see cref="ConnectionAttempt"/> here. The platform reads both settings
    /// once in a process, when the first handler is made. Applications watch their configuration's files: what changes them is outside of the
    /// simulation, and each watch is one of the few that Linux gives a user, so that a hundred runs would use them up.
    /// </summary>
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It has to come before the first use of the platform's handler.")]
    internal static void TurnOff()
    {
        AppContext.SetData(AttemptSetting, Timeout.Infinite);
        if (Environment.GetEnvironmentVariable(ReloadSetting) is null)
        {
            Environment.SetEnvironmentVariable(ReloadSetting, "false");
        }

        if (!AppContext.TryGetSwitch(WindowSwitch, out _))
        {
            AppContext.SetSwitch(WindowSwitch, true);
        }
    }

    /// <exception cref="InvalidOperationException">A limit is set that the platform measures in real time, or HTTP/2's windows follow it.</exception>
    public static void ThrowIfMeasured(SocketsHttpHandler handler)
    {
        (string Name, TimeSpan Value)[] limits =
        [
            (nameof(handler.ConnectTimeout), handler.ConnectTimeout),
            (nameof(handler.PooledConnectionIdleTimeout), handler.PooledConnectionIdleTimeout),
            (nameof(handler.PooledConnectionLifetime), handler.PooledConnectionLifetime),
            (nameof(handler.KeepAlivePingDelay), handler.KeepAlivePingDelay),
            (nameof(handler.Expect100ContinueTimeout), handler.Expect100ContinueTimeout),
            (nameof(handler.ResponseDrainTimeout), handler.ResponseDrainTimeout),
        ];
        if (limits.FirstOrDefault(limit => limit.Value != Timeout.InfiniteTimeSpan) is { Name: { } name } wrong)
        {
            throw new InvalidOperationException(
                $"SocketsHttpHandler.{name} is {wrong.Value}, which the platform measures in real time, so that no seed can repeat the run. Leave it infinite, and set SimulatedHttpHandler.Timeout, or cancel by a CancellationTokenSource that is made with the simulation's TimeProvider.");
        }

        if (FollowsRealTime())
        {
            throw new InvalidOperationException(
                $"HTTP/2's windows follow the real clock in this process, as an HttpClient was used before Wavetank.AspNetCore was loaded. Set the switch {WindowSwitch} to true in the project's runtime configuration: <RuntimeHostConfigurationOption Include=\"{WindowSwitch}\" Value=\"true\" />.");
        }
    }

    // Null where the platform no longer has it: then there is nothing to tell.
    private static bool FollowsRealTime() =>
        typeof(SocketsHttpHandler).Assembly.GetType("System.Net.Http.GlobalHttpSettings+SocketsHttpHandler")
            ?.GetProperty("DisableDynamicHttp2WindowSizing", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null) is false;
}
