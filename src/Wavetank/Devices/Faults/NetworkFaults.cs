using Wavetank.Devices.Faults.Storms;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Devices.Faults;

/// <summary>What goes wrong in a network: begins faults, ends them, and keeps account of both.</summary>
/// <remarks>
/// A fault that is begun takes effect at the current instant, before anything else happens but after the step of the program that asks for
/// it. To begin one later, call from <see cref="Network.At"/>, or give the time.
/// </remarks>
public sealed class NetworkFaults
{
    private readonly Network _network;
    private readonly List<FaultEvent> _events = [];
    private readonly List<Fault> _active = [];
    private readonly HashSet<Fault> _known = [];
    private readonly HashSet<Fault> _over = [];
    private readonly Dictionary<Link, LinkOverlay> _links = [];
    private readonly Dictionary<Host, HostOverlay> _hosts = [];

    internal NetworkFaults(Network network) => _network = network;

    /// <summary>Every begin and end so far, in the order in which they happened.</summary>
    public IReadOnlyList<FaultEvent> Events => _events;

    /// <summary>The faults that hold just now, in the order in which they began.</summary>
    public IReadOnlyList<Fault> Active => _active;

    /// <summary>Is told of each begin and end when it happens.</summary>
    public Action<FaultEvent>? Happened { get; set; }

    /// <summary>Begins a fault at the current instant, until its handle is disposed of.</summary>
    /// <exception cref="ArgumentException">It has been begun before.</exception>
    public FaultHandle Begin(Fault fault) => Begin(fault, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <summary>Begins a fault at the current instant, for a time.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="duration">How long it lasts; more than zero.</param>
    /// <exception cref="ArgumentException">It has been begun before.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not more than zero.</exception>
    public FaultHandle Begin(Fault fault, TimeSpan duration) => Begin(fault, TimeSpan.Zero, duration);

    /// <summary>Begins a fault later, for a time.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="delay">How long from now it begins; zero or more.</param>
    /// <param name="duration">How long it lasts; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <exception cref="ArgumentException">It has been begun before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    public FaultHandle Begin(Fault fault, TimeSpan delay, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (duration <= TimeSpan.Zero && duration != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A fault lasts for more than no time.");
        }

        if (!_known.Add(fault))
        {
            throw new ArgumentException($"The fault '{fault}' has been begun before; make a new one.", nameof(fault));
        }

        _network.Simulator.Schedule(new Change(this, fault, isBegin: true, duration), delay);
        return new FaultHandle(this, fault);
    }

    /// <summary>Begins faults that were planned, each at its time.</summary>
    /// <param name="plan">The plan, such as that of a <see cref="Storm"/>.</param>
    /// <exception cref="KeyNotFoundException">The network has not what one of them names; none is begun then.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time of one has passed.</exception>
    public void Begin(IEnumerable<PlannedFault> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<(PlannedFault Planned, Fault Fault)> faults = [.. plan.Select(planned => (planned, planned.Create(_network)))];
        foreach ((PlannedFault planned, Fault fault) in faults)
        {
            Begin(fault, planned.At - _network.Now.ToTimeSpan(), planned.For);
        }
    }

    /// <summary>Draws a storm and begins it.</summary>
    /// <returns>What was drawn.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public IReadOnlyList<PlannedFault> BeginStorm(StormOptions options)
    {
        IReadOnlyList<PlannedFault> plan = Storm.Draw(_network, options);
        Begin(plan);
        return plan;
    }

    /// <summary>Cuts a link: what waits, is under way or is sent is lost.</summary>
    public FaultHandle Cut(Link link) => Begin(new CutFault(link));

    /// <summary>Changes a link's conditions in both directions.</summary>
    /// <param name="link">The link.</param>
    /// <param name="change">Makes the conditions of a direction from those that hold without the fault.</param>
    public FaultHandle Degrade(Link link, Func<LinkOptions, LinkOptions> change) => Begin(new DegradeFault(link, change));

    /// <summary>Keeps two sets of hosts from each other, wherever packets between them go.</summary>
    public FaultHandle Partition(IEnumerable<IpDevice> first, IEnumerable<IpDevice> second) => Begin(new PartitionFault(first, second));

    /// <summary>Keeps two hosts from each other.</summary>
    public FaultHandle Partition(IpDevice first, IpDevice second) => Partition([first], [second]);

    /// <summary>Takes a host's power away; the end of the fault starts it again.</summary>
    public FaultHandle Crash(Host host) => Begin(new CrashFault(host));

    /// <summary>Ends a host's programs; the end of the fault starts it again.</summary>
    public FaultHandle Stop(Host host) => Begin(new StopFault(host));

    /// <summary>Lets a host's programs stand still; the end of the fault lets them go on.</summary>
    public FaultHandle Pause(Host host) => Begin(new PauseFault(host));

    /// <summary>Ends a fault at the current instant; one that has not begun will not.</summary>
    internal void End(Fault fault) => _network.Simulator.Schedule(new Change(this, fault, isBegin: false, Timeout.InfiniteTimeSpan), TimeSpan.Zero);

    /// <summary>The faults that lie over a link's own conditions.</summary>
    internal LinkOverlay OverlayOf(Link link)
    {
        if (!_links.TryGetValue(link, out LinkOverlay? overlay))
        {
            _links.Add(link, overlay = new LinkOverlay(link));
        }

        return overlay;
    }

    /// <summary>The faults that a host suffers.</summary>
    internal HostOverlay OverlayOf(Host host)
    {
        if (!_hosts.TryGetValue(host, out HostOverlay? overlay))
        {
            _hosts.Add(host, overlay = new HostOverlay(host));
        }

        return overlay;
    }

    private void Happen(Fault fault, bool isBegin, TimeSpan duration)
    {
        if (isBegin == _active.Contains(fault) || (isBegin && _over.Contains(fault)))
        {
            _over.Add(fault);
            return;
        }

        if (isBegin)
        {
            _active.Add(fault);
            fault.Begin(_network);
            if (duration != Timeout.InfiniteTimeSpan)
            {
                _network.Simulator.Schedule(new Change(this, fault, isBegin: false, Timeout.InfiniteTimeSpan), duration);
            }
        }
        else
        {
            _active.Remove(fault);
            _over.Add(fault);
            fault.End(_network);
        }

        _network.Events.Note(new NetworkNote(_network.Now, isBegin, fault.Kind, fault.Target, fault.Details));
        var happened = new FaultEvent(_network.Now, fault, isBegin);
        _events.Add(happened);
        Happened?.Invoke(happened);
    }

    private sealed class Change : SimulationEvent
    {
        private readonly NetworkFaults _faults;
        private readonly Fault _fault;
        private readonly bool _isBegin;
        private readonly TimeSpan _duration;

        public Change(NetworkFaults faults, Fault fault, bool isBegin, TimeSpan duration)
        {
            _faults = faults;
            _fault = fault;
            _isBegin = isBegin;
            _duration = duration;

            // A run does not wait for a fault to begin; but for one to end it may have to, since programs may wait for that.
            IsBackground = isBegin || !fault.EndMatters;
        }

        protected internal override void Fire() => _faults.Happen(_fault, _isBegin, _duration);
    }
}
