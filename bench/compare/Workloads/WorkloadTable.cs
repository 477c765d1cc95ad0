using Wavetank.Compare.Workloads.Growth;
using Wavetank.Compare.Workloads.Loopback;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Compare.Workloads.Web;

namespace Wavetank.Compare.Workloads;

/// <summary>The workloads that run in this program, by name: one row each.</summary>
internal static class WorkloadTable
{
    private static readonly Dictionary<string, Func<Parameters, Workload>> Rows = new()
    {
        ["dumbbell"] = parameters => new Dumbbell(parameters),
        ["echo"] = parameters => new Echo(parameters),
        ["requests"] = parameters => new Requests(parameters),
        ["star"] = parameters => new Star(parameters),
        ["mm1"] = parameters => new PoissonQueue(parameters),
        ["hour"] = parameters => new QuietHour(parameters),
        ["bulk"] = parameters => new Bulk(parameters),
        ["events"] = parameters => new BareEvents(parameters),
        ["idle-hosts"] = parameters => new IdleHosts(parameters),
        ["busy-hosts"] = parameters => new BusyHosts(parameters),
        ["connections"] = parameters => new Connections(parameters),
        ["kestrel"] = parameters => new Kestrel(parameters),
        ["loopback-echo"] = parameters => new LoopbackEcho(parameters),
        ["loopback-bulk"] = parameters => new LoopbackBulk(parameters),
        ["loopback-kestrel"] = parameters => new LoopbackKestrel(parameters),
    };

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Workload Create(string name, Parameters parameters) =>
        Rows.TryGetValue(name, out Func<Parameters, Workload>? create)
            ? create(parameters)
            : throw new ArgumentException($"There is no workload '{name}'. There are: {string.Join(", ", Rows.Keys)}.", nameof(name));
}
