using Wavetank.Devices.Routing;
using Wavetank.Links;

namespace Wavetank.Devices;

public sealed partial class Network
{
    /// <summary>The largest cost of a link.</summary>
    public const int MaximumLinkCost = 65_535;

    private readonly RouteConvergence _routing;

    /// <summary>
    /// How long after a link was cut or restored the routers have their new routes, unless one has a time of its own
    /// (<see cref="Router.ConvergenceDelay"/>). Zero or more; zero means at once. Default 200 ms, about what a link-state protocol takes
    /// that hears of a failed link from its interface. Until then packets go where they went, and those into a dead link are dropped there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan ConvergenceDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
            RoutesChanged();
        }
    }
    = TimeSpan.FromMilliseconds(200);

    /// <summary>Sets what a link costs routes in both directions. Takes effect with the next run.</summary>
    /// <param name="link">A link of this network.</param>
    /// <param name="cost">1 to 65535. New links cost 1, so that the shortest path is that of the fewest links.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is out of its range.</exception>
    public void SetCost(Link link, int cost) => SetCost(link, cost, cost);

    /// <summary>Sets what a link costs routes in each direction. Takes effect with the next run.</summary>
    /// <param name="link">A link of this network.</param>
    /// <param name="forward">From its first end to its second: 1 to 65535.</param>
    /// <param name="backward">From its second end to its first.</param>
    /// <remarks>As in OSPF (RFC 2328 §2.1), a cost is that of the interface by which packets leave; to leave a segment behind switches costs nothing.</remarks>
    /// <exception cref="ArgumentException">The link is of another network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost is out of its range.</exception>
    public void SetCost(Link link, int forward, int backward)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (!_linkNames.Contains(link.Name) || !_links.Contains(link))
        {
            throw new ArgumentException($"'{link.Name}' is a link of another network.", nameof(link));
        }

        Set(link.FirstInterface, forward, nameof(forward));
        Set(link.SecondInterface, backward, nameof(backward));
        RoutesChanged();

        void Set(string name, int cost, string parameter)
        {
            if (cost is < 1 or > MaximumLinkCost)
            {
                throw new ArgumentOutOfRangeException(parameter, cost, $"A link's cost is 1 to {MaximumLinkCost}.");
            }

            // A switch has no interfaces that routes know.
            if (FindDevice(name[..name.LastIndexOf('.')]) is IpDevice device && device.FindInterface(link) is { } item)
            {
                item.Cost = cost;
            }
        }
    }

    /// <summary>Notes that the ways have to be found anew.</summary>
    internal void RoutesChanged() => _routing.IsStale = true;
}
