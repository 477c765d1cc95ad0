using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>An application on one host, as a program of the simulation.</summary>
internal sealed class RunningApplication
{
    private readonly Application _application;
    private readonly RandomStream _random;
    private readonly TimeProvider _timeProvider;

    private RunningApplication(ApplicationSpec spec, Host host)
    {
        Simulator simulator = host.Network.Simulator;
        string path = $"application/{host.Name}/{spec.Name}";
        Spec = spec;
        HostName = host.Name;
        _timeProvider = host.TimeProvider;
        _random = simulator.CreateRandomStream(path);
        _application = spec.Kind.Create(new ApplicationContext(simulator, path, spec.Options));
        _application.Metrics.RoundTripMeasured = RoundTrips.Record;
        Program = host.Run(RunAsync, spec.Name, spec.Start.ToTimeSpan());
    }

    internal ApplicationSpec Spec { get; }

    internal string HostName { get; }

    internal SimulatedProgram Program { get; }

    internal ApplicationMetrics Metrics => _application.Metrics;

    /// <summary>Nanoseconds from sending a message to having its whole reply.</summary>
    internal Histogram RoundTrips { get; } = new();

    /// <summary>The error that ended the application before its time; null where none did.</summary>
    internal SocketException? Failure { get; private set; }

    /// <summary>Starts the application on a host at its time.</summary>
    internal static RunningApplication Start(ApplicationSpec spec, Host host) => new(spec, host);

    private async Task RunAsync()
    {
        try
        {
            await _application.RunAsync(_timeProvider, _random);
        }
        catch (SocketException exception)
        {
            // The network's answer, such as a port in use, is a finding of the run. Anything else is a bug and ends it.
            Failure = exception;
        }
    }
}
