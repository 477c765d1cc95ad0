using Wavetank.Compare.Measuring;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;

namespace Wavetank.Compare.Workloads.Growth;

/// <summary>Hosts in a star around a router, each with its link and nothing to do: what a host takes, and what planning the routes takes.</summary>
internal sealed class IdleHosts(Parameters parameters) : SimulatedWorkload
{
    private readonly int _hosts = parameters.Number("hosts", 1000);
    private long _before;

    public override void Prepare()
    {
        _before = Memory.Live();
        Router router = Network.AddRouter("router");
        for (int i = 0; i < _hosts; i++)
        {
            Network.Connect(Network.AddHost($"host-{i}"), router, Line(100, 1, 1000));
        }
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        Memory.Report(figures, "bytes_per_host", _before, _hosts);
    }

    protected override RunResult RunNetwork() => Network.Run(TimeSpan.FromHours(1));
}
