using Wavetank.Engine;
using Wavetank.Links;

namespace Wavetank.Devices.Routing;

/// <summary>
/// When the devices of a network learn which links are up: all who take the same time learn it together. Those who take different times
/// disagree for a while, and packets between them may go in a circle until their time to live ends.
/// </summary>
internal sealed class RouteConvergence(Network network)
{
    // For each delay the links that are known to be down after it.
    private readonly SortedDictionary<long, HashSet<Link>> _known = [];
    private bool _isPlanned;

    /// <summary>Whether the topology changed since routes were planned.</summary>
    public bool IsStale { get; set; }

    public void PlanIfStale()
    {
        if (!IsStale)
        {
            return;
        }

        IsStale = false;
        _isPlanned = true;
        foreach (Device device in network.Devices)
        {
            long delay = DelayOf(device);
            if (device is IpDevice && !_known.ContainsKey(delay))
            {
                _known.Add(delay, [.. network.Links.Where(link => !link.IsUp)]);
            }
        }

        foreach ((long delay, HashSet<Link> down) in _known)
        {
            Plan(delay, down);
        }
    }

    /// <summary>A link was cut or restored.</summary>
    public void LinkChanged(Link link)
    {
        // Without a router nothing goes around anything.
        if (!_isPlanned || !network.Devices.Any(device => device is Router))
        {
            return;
        }

        foreach (long delay in _known.Keys.ToArray())
        {
            var news = new LinkNews(this, link, link.IsUp, delay);
            if (delay == 0)
            {
                news.Apply();
            }
            else
            {
                network.Simulator.ScheduleAfter(news, delay);
            }
        }
    }

    private long DelayOf(Device device) =>
        ((device as Router)?.ConvergenceDelay ?? network.ConvergenceDelay).Ticks * TimeSpan.NanosecondsPerTick;

    private void Plan(long delay, HashSet<Link> down) =>
        RoutePlanner.Plan(network.Devices, down, device => DelayOf(device) == delay);

    private sealed class LinkNews : SimulationEvent
    {
        private readonly RouteConvergence _owner;
        private readonly Link _link;
        private readonly bool _isUp;
        private readonly long _delay;

        public LinkNews(RouteConvergence owner, Link link, bool isUp, long delay)
        {
            _owner = owner;
            _link = link;
            _isUp = isUp;
            _delay = delay;
            IsBackground = true;
        }

        public void Apply()
        {
            HashSet<Link> down = _owner._known[_delay];
            if (_isUp ? down.Remove(_link) : down.Add(_link))
            {
                _owner.Plan(_delay, down);
            }
        }

        protected internal override void Fire() => Apply();
    }
}
