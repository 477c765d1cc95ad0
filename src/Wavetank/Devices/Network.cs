using Wavetank.Devices.Faults;
using Wavetank.Devices.Routing;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using Wavetank.Links.Presets;
using Wavetank.Packets;
using Wavetank.Stack.Names;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Devices;

/// <summary>
/// A simulated network: devices joined by links, and the programs that run on its hosts. The same seed and the same calls give the
/// same run, down to every packet.
/// </summary>
/// <remarks>Dispose it to end the threads of blocking programs that still wait.</remarks>
public sealed partial class Network : IDisposable
{
    private readonly List<Device> _devices = [];
    private readonly Dictionary<string, Device> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Link> _links = [];
    private readonly HashSet<string> _linkNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Wiring _wiring = new();
    private readonly LinkContext _linkContext;

    // One for all links: one for each takes 64 bytes.
    private readonly Action<Link> _linkChanged;

    /// <summary>Makes an empty network.</summary>
    /// <param name="seed">Every random choice follows from it. Default 1.</param>
    public Network(ulong seed = 1)
    {
        Simulator = new Simulator(seed) { DescribeWaiting = except => WaitingTable.Describe(this, except) };
        Events = new PacketEvents(Simulator);
        _linkContext = new LinkContext(Simulator, Events, name => _byName.GetValueOrDefault(name) is IpDevice device ? device.HasAddress : null);
        _routing = new RouteConvergence(this);
        _linkChanged = _routing.LinkChanged;
        if (InvariantMonitor.IsOnByDefault)
        {
            CheckInvariants();
        }
    }

    /// <summary>The engine that the network runs on.</summary>
    public Simulator Simulator { get; }

    /// <summary>What happens to packets, for captures and other observers.</summary>
    public PacketEvents Events { get; }

    /// <summary>The devices, in the order in which they were added.</summary>
    public IReadOnlyList<Device> Devices => _devices;

    /// <summary>The links, in the order in which they were made.</summary>
    public IReadOnlyList<Link> Links => _links;

    /// <summary>The current simulated time.</summary>
    public SimulationTime Now => Simulator.Now;

    /// <summary>
    /// Clock and timers of the simulation. <c>Task.Delay</c> and the platform's other calls cut times to whole milliseconds on any clock;
    /// <see cref="Delay"/> is exact.
    /// </summary>
    public TimeProvider TimeProvider => Simulator.TimeProvider;

    /// <summary>
    /// The TCP flows, one for each end of a connection: first those that ended, as they did, then those that are open, by device. Of
    /// those that ended the last ten thousand are kept.
    /// </summary>
    public IReadOnlyList<TcpFlow> TcpFlows => TcpFlow.ListOf(this);

    /// <summary>How many flows ended so early that they are no longer in <see cref="TcpFlows"/>.</summary>
    public long ForgottenTcpFlows => EndedConnections.Forgotten;

    /// <summary>What goes wrong in the network.</summary>
    public NetworkFaults Faults => field ??= new NetworkFaults(this);

    internal EndedConnections EndedConnections { get; } = new();

    internal PacketPool Pool { get; } = new();

    internal HostTable Names { get; } = new();

    /// <summary>Adds a host.</summary>
    /// <param name="name">Unique in the network; other hosts resolve it as a host name.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken.</exception>
    public Host AddHost(string name) => Add(name, index => new Host(this, name, index));

    /// <summary>Adds a router.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken.</exception>
    public Router AddRouter(string name) => Add(name, index => new Router(this, name, index));

    /// <summary>Adds an address translator, such as a home router. The first link that is plugged in leads outside, unless the options say otherwise.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="options">How it translates. Default: as most home routers do.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Nat AddNat(string name, NatOptions? options = null)
    {
        options ??= new NatOptions();
        options.Validate();
        return Add(name, index => new Nat(this, name, index, options));
    }

    /// <summary>Adds a firewall. The first link that is plugged in leads outside, unless the options say otherwise.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="options">What it lets pass. Default: what begins inside, and what belongs to it.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Firewall AddFirewall(string name, FirewallOptions? options = null)
    {
        options ??= new FirewallOptions();
        options.Validate();
        return Add(name, index => new Firewall(this, name, index, options));
    }

    /// <summary>Adds a switch.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <exception cref="ArgumentException">The name is not a host name, or taken.</exception>
    public Switch AddSwitch(string name)
    {
        Switch added = Add(name, index => new Switch(this, name, index));
        _wiring.Add(added);
        return added;
    }

    /// <summary>Joins two devices by a link with the same conditions in both directions.</summary>
    /// <param name="first">The first end.</param>
    /// <param name="second">The second end.</param>
    /// <param name="options">The conditions. Default: no delay, no loss, no limit.</param>
    /// <param name="name">Unique in the network. Default: <c>first-second</c>, then <c>first-second-2</c> and so on.</param>
    /// <exception cref="ArgumentException">A device is of another network, both are the same, the name is taken, or the link would join switches in a ring.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A condition is out of its range.</exception>
    public Link Connect(Device first, Device second, LinkOptions? options = null, string? name = null) =>
        Connect(first, second, options ?? new LinkOptions(), options ?? new LinkOptions(), name);

    /// <summary>Joins two devices by a link with conditions for each direction.</summary>
    /// <param name="first">The first end.</param>
    /// <param name="second">The second end.</param>
    /// <param name="forward">Conditions from first to second.</param>
    /// <param name="backward">Conditions from second to first.</param>
    /// <param name="name">Unique in the network. Default: <c>first-second</c>, then <c>first-second-2</c> and so on.</param>
    /// <exception cref="ArgumentException">A device is of another network, both are the same, the name is taken, or the link would join switches in a ring.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A condition is out of its range.</exception>
    public Link Connect(Device first, Device second, LinkOptions forward, LinkOptions backward, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        if (first.Network != this || Wiring.WhyNot(first, second) is not null)
        {
            throw new ArgumentException(Wiring.WhyNot(first, second) ?? $"{first} is a device of another network.", nameof(second));
        }

        string linkName = name ?? FindFreeLinkName(first, second);
        if (_linkNames.Contains(linkName))
        {
            throw new ArgumentException($"There is a link '{linkName}' already.", nameof(name));
        }

        var link = new Link(
            _linkContext, linkName, $"{first.Name}.{first.NextInterfaceName}", $"{second.Name}.{second.NextInterfaceName}", forward, backward);
        _wiring.Join(link, first, second);
        _linkNames.Add(linkName);
        _links.Add(link);
        link.UpChanged = _linkChanged;
        RoutesChanged();
        return link;
    }

    /// <summary>Joins two devices by a link of a known sort of access, such as <see cref="LinkPresets.Dsl"/>.</summary>
    /// <param name="subscriber">The first end, whose upload leads forward.</param>
    /// <param name="network">The second end, from which the download comes.</param>
    /// <param name="preset">The sort of access.</param>
    /// <param name="name">Unique in the network. Default: <c>first-second</c>, then <c>first-second-2</c> and so on.</param>
    /// <exception cref="ArgumentException">A device is of another network, both are the same, the name is taken, or the link would join switches in a ring.</exception>
    public Link ConnectAccess(Device subscriber, Device network, LinkPreset preset, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return Connect(subscriber, network, preset.Upload, preset.Download, name);
    }

    /// <summary>The device of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Device FindDevice(string name) =>
        _byName.TryGetValue(name, out Device? device) ? device : throw new KeyNotFoundException($"There is no device '{name}'.");

    /// <summary>Calls an action at an instant of simulated time, such as one that cuts a link.</summary>
    /// <param name="time">From the start of the simulation on.</param>
    /// <param name="action">What to do; it runs on the simulation's thread and must not block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant has passed.</exception>
    public void At(TimeSpan time, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Simulator.Schedule(new ScheduledAction(action, Simulator.Loop), SimulationTime.FromTimeSpan(time));
    }

    /// <summary>Runs until nothing is left to happen. Take the overload with a time for programs that never stop by themselves.</summary>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    public RunResult Run() => Run(SimulationTime.MaxValue);

    /// <summary>Runs for a simulated time. May be called again to go on.</summary>
    /// <param name="duration">Zero or more, from the current instant on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    public RunResult Run(TimeSpan duration) => Run(Now + duration);

    /// <summary>
    /// Ends the run after the current event: <see cref="Run()"/> returns. Where none goes on, the next one ends at once. May be
    /// called from any thread.
    /// </summary>
    public void Stop() => Simulator.Stop();

    /// <inheritdoc cref="Simulator.Delay"/>
    public ValueTask Delay(TimeSpan delay, CancellationToken cancellationToken = default) => Simulator.Delay(delay, cancellationToken);

    /// <inheritdoc cref="Simulator.DelayUntil"/>
    public ValueTask DelayUntil(SimulationTime instant, CancellationToken cancellationToken = default) =>
        Simulator.DelayUntil(instant, cancellationToken);

    /// <inheritdoc cref="Simulator.Sleep"/>
    public void Sleep(TimeSpan delay) => Simulator.Sleep(delay);

    /// <summary>Ends all programs.</summary>
    public void Dispose() => Simulator.Dispose();

    private RunResult Run(SimulationTime limit)
    {
        _routing.PlanIfStale();
        _hasRun = true;
        RunEnd end = Simulator.Run(limit);
        CheckSums();
        return new RunResult(this, end);
    }

    private T Add<T>(string name, Func<int, T> create)
        where T : Device
    {
        DeviceName.ThrowIfNone(name);
        if (_byName.ContainsKey(name))
        {
            throw new ArgumentException($"There is a device '{name}' already.", nameof(name));
        }

        T device = create(_devices.Count);
        _devices.Add(device);
        _byName.Add(name, device);
        return device;
    }

    private string FindFreeLinkName(Device first, Device second)
    {
        string name = $"{first.Name}-{second.Name}";
        for (int i = 2; _linkNames.Contains(name); i++)
        {
            name = $"{first.Name}-{second.Name}-{i}";
        }

        return name;
    }

    private sealed class ScheduledAction(Action action, EventLoop loop) : SimulationEvent
    {
        private readonly CallerContext _caller = CallerContext.Capture();

        protected internal override void Fire() => _caller.Run(static action => ((Action)action!)(), action, loop, isProgramsCode: true);
    }
}
