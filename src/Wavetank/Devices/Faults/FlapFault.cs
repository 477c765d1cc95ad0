using System.Globalization;
using Wavetank.Engine;
using Wavetank.Links;

namespace Wavetank.Devices.Faults;

/// <summary>A link goes down and comes up again, over and over: down at once, then by turns.</summary>
public sealed class FlapFault : Fault
{
    private readonly Link _link;
    private readonly TimeSpan _down;
    private readonly TimeSpan _up;
    private Turn? _turn;
    private bool _isDown;

    /// <param name="link">The link.</param>
    /// <param name="down">How long it stays down each time; more than zero.</param>
    /// <param name="up">How long it stays up in between; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not more than zero.</exception>
    public FlapFault(Link link, TimeSpan down, TimeSpan up)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(down, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(up, TimeSpan.Zero);
        _link = link;
        _down = down;
        _up = up;
    }

    /// <inheritdoc/>
    public override string Kind => "flap";

    /// <inheritdoc/>
    public override string Target => _link.Name;

    /// <inheritdoc/>
    public override string Details => string.Create(
        CultureInfo.InvariantCulture, $"down: {_down.TotalMilliseconds:0.####}ms, up: {_up.TotalMilliseconds:0.####}ms");

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network)
    {
        _turn = new Turn(this, network);
        Change(network);
    }

    /// <inheritdoc/>
    protected internal override void End(Network network)
    {
        network.Simulator.Cancel(_turn!);
        if (_isDown)
        {
            _isDown = false;
            network.Faults.OverlayOf(_link).Restore();
        }
    }

    private void Change(Network network)
    {
        _isDown = !_isDown;
        LinkOverlay overlay = network.Faults.OverlayOf(_link);
        if (_isDown)
        {
            overlay.Cut();
        }
        else
        {
            overlay.Restore();
        }

        network.Simulator.Schedule(_turn!, _isDown ? _down : _up);
    }

    private sealed class Turn : SimulationEvent
    {
        private readonly FlapFault _fault;
        private readonly Network _network;

        public Turn(FlapFault fault, Network network)
        {
            _fault = fault;
            _network = network;
            IsBackground = true;
        }

        protected internal override void Fire() => _fault.Change(_network);
    }
}
