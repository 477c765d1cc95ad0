using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Devices.Faults;

/// <summary>
/// A host's clock is wrong, runs too fast or too slow, or both. When the fault ends, its time of day is at once what it would have been;
/// timestamps, which never jump, only go back to their pace.
/// </summary>
public sealed class ClockFault : Fault
{
    private readonly Host _host;
    private ClockError? _error;

    /// <param name="host">The host.</param>
    /// <param name="offset">How far its time of day is ahead; negative for behind; a century at most.</param>
    /// <param name="driftPpm">By how many parts per million it runs too fast; -100,000 to 100,000. Default: not at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public ClockFault(Host host, TimeSpan offset, double driftPpm = 0)
    {
        ArgumentNullException.ThrowIfNull(host);
        HostClock.ThrowIfOutOfRange(offset, driftPpm);
        _host = host;
        Offset = offset;
        DriftPpm = driftPpm;
    }

    /// <summary>How far the time of day is ahead.</summary>
    public TimeSpan Offset { get; }

    /// <summary>By how many parts per million it runs too fast.</summary>
    public double DriftPpm { get; }

    /// <inheritdoc/>
    public override string Kind => "clock";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    public override string Details => string.Create(
        CultureInfo.InvariantCulture, $"offset: {(decimal)Offset.Ticks / TimeSpan.TicksPerMillisecond:0.####}ms, drift: {DriftPpm:0.###}ppm");

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => _host.Clock.Local.Add(_error = _host.Clock.Error(Offset, DriftPpm));

    /// <inheritdoc/>
    protected internal override void End(Network network) => _host.Clock.Local.Remove(_error!);
}
