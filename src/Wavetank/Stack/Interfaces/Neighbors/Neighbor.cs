using System.Diagnostics.CodeAnalysis;
using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>
/// A host on the same segment, and what waits for its link-layer address: the states of RFC 4861 §7.3.2, for IPv4 too, as Linux has
/// it. What differs: the reachable time is not varied at random, and the success of upper layers is no proof of reachability.
/// </summary>
internal sealed class Neighbor
{
    // RFC 4861 §10: MAX_MULTICAST_SOLICIT and MAX_UNICAST_SOLICIT, RETRANS_TIMER, REACHABLE_TIME, DELAY_FIRST_PROBE_TIME.
    private const int MostSolicits = 3;
    private const long RetransTimer = SimulationTime.NanosecondsPerSecond;
    private const long ReachableTime = 30 * SimulationTime.NanosecondsPerSecond;
    private const long DelayFirstProbeTime = 5 * SimulationTime.NanosecondsPerSecond;

    // Linux, neigh_forced_gc: what changed within five seconds stays.
    private const long UnusedTime = 5 * SimulationTime.NanosecondsPerSecond;

    // Linux: unres_qlen_bytes is 212992, in which each packet's own kernel memory counts.
    private const int PendingLimit = 212_992;
    private const int PacketOverhead = 768;

    private readonly NeighborCache _cache;
    private readonly Simulator _simulator;
    private readonly Retry _retry;
    private readonly Recheck _recheck;
    private RingQueue<Packet>? _pending;
    private MacAddress _linkAddress;
    private long _staleAt;
    private int _pendingBytes;
    private int _solicits;

    public Neighbor(NeighborCache cache, Simulator simulator, Address address)
    {
        _cache = cache;
        _simulator = simulator;
        _retry = new Retry(this);
        _recheck = new Recheck(this);
        Address = address;
    }

    public Address Address { get; }

    public NeighborState State { get; private set; }

    /// <summary>Its link-layer address, once it is known.</summary>
    public MacAddress LinkAddress => _linkAddress;

    /// <summary>
    /// Whether it may be forgotten for others: as on Linux, nothing is asked of it, it is not proven to be there, and that has been so
    /// for five seconds. What is being resolved or probed is in use.
    /// </summary>
    public bool IsUnused => IsStale && _simulator.NowNanoseconds - _staleAt > UnusedTime;

    private bool IsStale => State == NeighborState.Stale || (State == NeighborState.Reachable && _simulator.NowNanoseconds >= _staleAt);

    /// <summary>Sends a packet to it, now or once its address is known.</summary>
    public void Send(Packet packet)
    {
        if (State == NeighborState.Incomplete)
        {
            Wait(packet);
            return;
        }

        if (IsStale)
        {
            State = NeighborState.Delay;
            _simulator.ScheduleAfter(_recheck, DelayFirstProbeTime);
        }

        _cache.Transmit(packet, _linkAddress);
    }

    /// <summary>It answered: the address holds and it is there.</summary>
    public void Confirm(MacAddress linkAddress)
    {
        _simulator.Cancel(_retry);
        _simulator.Cancel(_recheck);
        State = NeighborState.Reachable;
        _staleAt = _simulator.NowNanoseconds + ReachableTime;
        _solicits = 0;
        Use(linkAddress);
    }

    /// <summary>It told its address without being asked, which does not prove that it hears us.</summary>
    public void Learn(MacAddress linkAddress)
    {
        if (State == NeighborState.Incomplete || linkAddress != _linkAddress)
        {
            _simulator.Cancel(_retry);
            _simulator.Cancel(_recheck);
            State = NeighborState.Stale;
            _staleAt = _simulator.NowNanoseconds;
            _solicits = 0;
            Use(linkAddress);
        }
    }

    /// <summary>Asks all for it, once a second (RFC 1122 §2.3.2.1).</summary>
    public void Solicit()
    {
        if (_solicits == MostSolicits)
        {
            Fail();
            return;
        }

        _solicits++;
        _simulator.ScheduleAfter(_retry, RetransTimer);
        _cache.Solicit(Address, MacAddress.Broadcast);
    }

    /// <summary>The host lost its power: nothing that was to be done is done.</summary>
    public void Forget()
    {
        _simulator.Cancel(_retry);
        _simulator.Cancel(_recheck);
        while (TryTakePending(out Packet? packet))
        {
            _cache.Drop(packet, DropReason.HostDown);
        }
    }

    private void Use(MacAddress linkAddress)
    {
        _linkAddress = linkAddress;
        while (TryTakePending(out Packet? packet))
        {
            Send(packet);
        }
    }

    /// <summary>RFC 4861 §7.2.2, RFC 1122 §2.3.2.2: a small queue, of which the oldest gives way.</summary>
    private void Wait(Packet packet)
    {
        (_pending ??= new()).Enqueue(packet);
        _pendingBytes += packet.Length + PacketOverhead;
        while (_pendingBytes > PendingLimit && TryTakePending(out Packet? oldest))
        {
            _cache.Drop(oldest, DropReason.QueueFull);
        }
    }

    private bool TryTakePending([NotNullWhen(true)] out Packet? packet)
    {
        packet = null;
        if (_pending is null || !_pending.TryDequeue(out packet))
        {
            return false;
        }

        _pendingBytes -= packet.Length + PacketOverhead;
        return true;
    }

    /// <summary>Asks it alone whether it is still there.</summary>
    private void Probe()
    {
        if (_solicits == MostSolicits)
        {
            Fail();
            return;
        }

        State = NeighborState.Probe;
        _solicits++;
        _simulator.ScheduleAfter(_recheck, RetransTimer);
        _cache.Solicit(Address, _linkAddress);
    }

    private void Fail()
    {
        _cache.Remove(this);
        while (TryTakePending(out Packet? packet))
        {
            _cache.Refuse(packet);
        }
    }

    /// <summary>Packets wait for its end, so it keeps the run going.</summary>
    private sealed class Retry(Neighbor neighbor) : SimulationEvent
    {
        protected internal override void Fire() => neighbor.Solicit();
    }

    /// <summary>Nothing waits for it.</summary>
    private sealed class Recheck : SimulationEvent
    {
        private readonly Neighbor _neighbor;

        public Recheck(Neighbor neighbor)
        {
            _neighbor = neighbor;
            IsBackground = true;
        }

        protected internal override void Fire() => _neighbor.Probe();
    }
}
