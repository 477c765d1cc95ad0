using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>
/// An application on one host, as a service of it: where the host is started again, the application is too, as a fresh program. What it
/// measures goes on.
/// </summary>
internal sealed class RunningApplication
{
    private readonly ApplicationContext _context;
    private readonly RandomStream _random;
    private readonly TimeProvider _timeProvider;
    private readonly HostService _service;
    private Application _application;
    private bool _hasRun;

    private RunningApplication(ApplicationSpec spec, Host host, Func<string, IEnumerable<string>> members)
    {
        Simulator simulator = host.Network.Simulator;
        string path = $"application/{host.Name}/{spec.Name}";
        Spec = spec;
        HostName = host.Name;
        _timeProvider = host.TimeProvider;
        _random = simulator.CreateRandomStream(path);
        _context = new ApplicationContext(simulator, path, spec.Options, members);
        _application = spec.Kind.Create(_context);
        _application.Metrics.RoundTripMeasured = RoundTrips.Record;
        _service = host.AddService(RunAsync, spec.Name, spec.Start.ToTimeSpan());
    }

    internal ApplicationSpec Spec { get; }

    internal string HostName { get; }

    /// <summary>The program that it is since the host last started.</summary>
    internal SimulatedProgram? Program => _service.Program;

    internal ApplicationMetrics Metrics => _application.Metrics;

    /// <summary>Nanoseconds from sending a message to having its whole reply.</summary>
    internal Histogram RoundTrips { get; } = new();

    /// <summary>The error that ended the application before its time; null where none did.</summary>
    internal SocketException? Failure { get; private set; }

    /// <summary>Starts the application on a host at its time.</summary>
    /// <param name="spec">The application.</param>
    /// <param name="host">The host.</param>
    /// <param name="members">The hosts that a name stands for.</param>
    internal static RunningApplication Start(ApplicationSpec spec, Host host, Func<string, IEnumerable<string>> members) => new(spec, host, members);

    private async Task RunAsync()
    {
        if (_hasRun)
        {
            Application next = Spec.Kind.Create(_context);
            next.GoOnFrom(_application.Metrics);
            _application = next;
        }

        _hasRun = true;
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
