using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>What switches joined by links make: one network on which every host reaches every other without a router.</summary>
internal sealed class Segment(AddressPlan plan)
{
    private readonly List<Switch> _switches = [];
    private readonly List<DeviceInterface> _members = [];
    private readonly List<SegmentBlock> _blocks = [];
    private readonly PrefixTable<SegmentBlock> _byAddress = new();

    /// <summary>The interfaces on it, in the order in which they were plugged in.</summary>
    public IReadOnlyList<DeviceInterface> Members => _members;

    /// <summary>Its blocks of addresses: one, unless it is very large or was joined from several.</summary>
    public IReadOnlyList<SegmentBlock> Blocks => _blocks;

    public void Add(Switch item)
    {
        item.Segment = this;
        _switches.Add(item);
    }

    public void Add(DeviceInterface member) => _members.Add(member);

    public LinkAddresses TakeAddresses()
    {
        if (_blocks.Count == 0 || _blocks[^1].IsFull)
        {
            Add(plan.TakeSegmentBlock());
        }

        return _blocks[^1].Take();
    }

    /// <summary>Whether an address is of one of the segment's blocks.</summary>
    public bool Contains(Address address) => _byAddress.TryFind(address, out _);

    /// <summary>Takes in all of another segment, which is no longer one.</summary>
    public void Absorb(Segment other)
    {
        foreach (Switch item in other._switches)
        {
            Add(item);
        }

        foreach (SegmentBlock block in other._blocks)
        {
            Add(block);
        }

        foreach (DeviceInterface member in other._members)
        {
            member.Segment = this;
            _members.Add(member);
        }
    }

    private void Add(SegmentBlock block)
    {
        _blocks.Add(block);
        _byAddress[block.IPv4] = block;
        _byAddress[block.IPv6] = block;
    }
}
