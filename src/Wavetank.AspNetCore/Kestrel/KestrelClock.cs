using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Wavetank.Devices;
using Wavetank.Engine.Programs;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>
/// Gives Kestrel the host's clock: for the Date header, and for the heartbeat by which it ends idle connections and slow requests. Kestrel
/// has no public way for it, so this reaches inside, at names that it looks for before it relies on them.
/// </summary>
internal static class KestrelClock
{
    private const int KnownVersion = 10;
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Sets the clock of a server that was not started yet.</summary>
    /// <exception cref="NotSupportedException">The server is not Kestrel, or a Kestrel that is made otherwise.</exception>
    public static void Set(IServer server, Host host, SimulatedProgram program)
    {
        Type type = server.GetType();
        if (type.Assembly != typeof(KestrelServer).Assembly)
        {
            throw new NotSupportedException($"UseWavetank puts Kestrel on the simulated network, but the server is {type.FullName}. Leave out what replaces it, such as UseTestServer.");
        }

        object services = Get(server, "ServiceContext");
        object connections = Get(services, "ConnectionManager");
        Type dates = Property(services, "DateHeaderValueManager").PropertyType;
        ConstructorInfo makeDates = dates.GetConstructor([typeof(TimeProvider)]) ?? throw Unknown($"{dates.Name}(TimeProvider)");
        object date = makeDates.Invoke([host.TimeProvider]);
        Property(services, "TimeProvider").SetValue(services, host.TimeProvider);
        Property(services, "DateHeaderValueManager").SetValue(services, date);

        // Kestrel starts the heartbeat's thread where there is a heartbeat.
        Property(services, "Heartbeat").SetValue(services, null);
        new KestrelHeartbeat(program, BeatOf(date) + BeatOf(connections)).Start();
    }

    private static Action BeatOf(object target) =>
        target.GetType().GetMethod("OnHeartbeat", Inside, []) is { } method
            ? method.CreateDelegate<Action>(target)
            : throw Unknown($"{target.GetType().Name}.OnHeartbeat()");

    private static object Get(object target, string name) => Property(target, name).GetValue(target) ?? throw Unknown($"{target.GetType().Name}.{name}");

    private static PropertyInfo Property(object target, string name) =>
        target.GetType().GetProperty(name, Inside) ?? throw Unknown($"{target.GetType().Name}.{name}");

    private static NotSupportedException Unknown(string member) => new(
        $"Kestrel {typeof(KestrelServer).Assembly.GetName().Version} has no {member}, by which it is given the simulation's clock. This version of Wavetank.AspNetCore knows ASP.NET Core {KnownVersion}.");
}
