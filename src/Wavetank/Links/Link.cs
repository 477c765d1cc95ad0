namespace Wavetank.Links;

/// <summary>A cable between two interfaces, with its own conditions in each direction. Forward leads from the first end to the second.</summary>
public sealed class Link
{
    private readonly LinkContext _context;
    private readonly LinkDirection _forward;
    private readonly LinkDirection _backward;

    internal Link(LinkContext context, string name, string firstInterface, string secondInterface, LinkOptions forward, LinkOptions backward)
    {
        _context = context;
        Check(forward);
        Check(backward);
        Name = name;
        FirstInterface = firstInterface;
        SecondInterface = secondInterface;
        First = new LinkEnd();
        Second = new LinkEnd();
        _forward = new LinkDirection(context, this, isForward: true, Second, forward);
        _backward = new LinkDirection(context, this, isForward: false, First, backward);
        First.Outgoing = _forward;
        Second.Outgoing = _backward;
    }

    /// <summary>The link's name, unique in its network, such as <c>client-server</c>.</summary>
    public string Name { get; }

    /// <summary>The interface at the first end, such as <c>client.eth0</c>.</summary>
    public string FirstInterface { get; }

    /// <summary>The interface at the second end.</summary>
    public string SecondInterface { get; }

    /// <summary>The conditions from the first end to the second.</summary>
    public LinkOptions Forward => _forward.Options;

    /// <summary>The conditions from the second end to the first.</summary>
    public LinkOptions Backward => _backward.Options;

    /// <summary>What passed from the first end to the second.</summary>
    public LinkStatistics ForwardStatistics => _forward.Statistics;

    /// <summary>What passed from the second end to the first.</summary>
    public LinkStatistics BackwardStatistics => _backward.Statistics;

    /// <summary>Whether the link carries packets. A new link does.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Called when the link was cut or restored, for those who find ways around it.</summary>
    internal Action<Link>? UpChanged { get; set; }

    internal LinkEnd First { get; }

    internal LinkEnd Second { get; }

    /// <summary>
    /// Changes the conditions of both directions for what is sent from now on. What waits goes on waiting, in another queue too and beyond its limits; what is under way
    /// arrives as it was to arrive.
    /// </summary>
    /// <exception cref="ArgumentException">A value is out of its range, or a rule names a device that is not there.</exception>
    public void Change(LinkOptions options) => Change(options, options);

    /// <summary>Changes the conditions of each direction for what is sent from now on.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or a rule names a device that is not there.</exception>
    public void Change(LinkOptions forward, LinkOptions backward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        Check(forward);
        Check(backward);
        _forward.Change(forward);
        _backward.Change(backward);
    }

    /// <summary>Cuts the link: all that waits or is under way is lost, and so is all that is sent until <see cref="Restore"/>.</summary>
    public void Cut() => SetUp(false);

    /// <summary>Brings the link up again.</summary>
    public void Restore() => SetUp(true);

    /// <summary>Checks what must hold of both directions at the end of a run.</summary>
    internal void CheckInvariants(long now)
    {
        _forward.Invariants?.CheckSums(now);
        _backward.Invariants?.CheckSums(now);
    }

    private void Check(LinkOptions options)
    {
        options.Validate();
        foreach (string host in options.Rules.SelectMany(rule => rule.Match.HostNames))
        {
            if (_context.Hosts?.Invoke(host) is null)
            {
                throw new ArgumentException($"A rule names the host \"{host}\", which the network does not have; add it before the link, or write an address.", nameof(options));
            }
        }
    }

    private void SetUp(bool isUp)
    {
        bool hasChanged = IsUp != isUp;
        IsUp = isUp;
        _forward.SetUp(isUp);
        _backward.SetUp(isUp);
        if (hasChanged)
        {
            UpChanged?.Invoke(this);
        }
    }
}
