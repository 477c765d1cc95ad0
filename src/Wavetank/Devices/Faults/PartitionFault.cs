using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Faults;

/// <summary>
/// Two sets of hosts cannot reach each other, wherever the packets between them go; all others can reach both. A packet between the sets
/// is lost if the partition is there when it leaves, or when it arrives.
/// </summary>
/// <remarks>It goes by the addresses in the packets, so it sees a host behind a translating router as that router.</remarks>
public sealed class PartitionFault : Fault
{
    private readonly IpDevice[] _first;
    private readonly IpDevice[] _second;
    private readonly List<(IpDevice Device, PartitionSide Side)> _sides = [];

    /// <param name="first">The hosts on one side.</param>
    /// <param name="second">The hosts on the other side.</param>
    /// <exception cref="ArgumentException">A side is empty, or a host stands on both sides.</exception>
    public PartitionFault(IEnumerable<IpDevice> first, IEnumerable<IpDevice> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        _first = [.. first.Distinct()];
        _second = [.. second.Distinct()];
        if (_first.Length == 0 || _second.Length == 0)
        {
            throw new ArgumentException("A partition has at least one host on each side.", _first.Length == 0 ? nameof(first) : nameof(second));
        }

        if (_first.FirstOrDefault(_second.Contains) is { } both)
        {
            throw new ArgumentException($"'{both}' stands on both sides of the partition.", nameof(second));
        }
    }

    /// <summary>Whether only what goes from the first set to the second is stopped. Default: both ways.</summary>
    public bool IsOneWay { get; init; }

    /// <summary>
    /// Whether what is stopped is held where it arrives, and delivered in its order when the partition ends. Default: it is lost.
    /// </summary>
    public bool Holds { get; init; }

    /// <inheritdoc/>
    public override string Kind => "partition";

    /// <inheritdoc/>
    public override string Target => $"{string.Join(", ", _first.Select(device => device.Name))} {(IsOneWay ? "to" : "from")} {string.Join(", ", _second.Select(device => device.Name))}";

    /// <inheritdoc/>
    public override string? Details => Holds ? "hold: on" : null;

    /// <inheritdoc/>
    protected internal override bool EndMatters => Holds;

    /// <inheritdoc/>
    protected internal override void Begin(Network network)
    {
        AddSides(_first, _second, stopsIncoming: !IsOneWay, stopsOutgoing: true);
        AddSides(_second, _first, stopsIncoming: true, stopsOutgoing: !IsOneWay);
    }

    /// <inheritdoc/>
    protected internal override void End(Network network)
    {
        foreach ((IpDevice device, PartitionSide side) in _sides)
        {
            PacketBarrier barrier = device.Stack.Ip.Barrier!;
            barrier.Remove(side);
            if (barrier.IsEmpty)
            {
                device.Stack.Ip.Barrier = null;
            }
        }
    }

    private void AddSides(IpDevice[] devices, IpDevice[] others, bool stopsIncoming, bool stopsOutgoing)
    {
        var addresses = new AddressSet();
        foreach (IpDevice other in others)
        {
            foreach (System.Net.IPAddress address in other.Addresses)
            {
                addresses.Add(Address.FromIPAddress(address));
            }
        }

        foreach (IpDevice device in devices)
        {
            var side = new PartitionSide(addresses, stopsIncoming, stopsOutgoing, Holds);
            (device.Stack.Ip.Barrier ??= new PacketBarrier(device.Stack)).Add(side);
            _sides.Add((device, side));
        }
    }
}
