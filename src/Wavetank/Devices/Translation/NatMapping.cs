using Wavetank.Devices.Flows;
using Wavetank.Packets;

namespace Wavetank.Devices.Translation;

/// <summary>A port outside that stands for a port inside, and the flows that use it.</summary>
/// <param name="key">What it is found by from inside.</param>
/// <param name="port">The port, or the identifier, outside.</param>
/// <param name="isForward">Whether it stays without flows, and takes packets from anyone.</param>
internal sealed class NatMapping(MappingKey key, ushort port, bool isForward)
{
    private readonly List<Flow> _flows = new(1);

    public MappingKey Key { get; } = key;

    public ushort Port { get; } = port;

    public bool IsForward { get; } = isForward;

    public IReadOnlyList<Flow> Flows => _flows;

    public void Add(Flow flow)
    {
        flow.Mapping = this;
        flow.MappingIndex = _flows.Count;
        _flows.Add(flow);
    }

    public void Remove(Flow flow)
    {
        Flow last = _flows[^1];
        _flows[flow.MappingIndex] = last;
        last.MappingIndex = flow.MappingIndex;
        _flows.RemoveAt(_flows.Count - 1);
        flow.Mapping = null;
    }

    /// <summary>Whether something was sent from here to an address, not too long ago.</summary>
    public bool Knows(Address remote, long now) => _flows.Exists(flow => flow.Key.Responder.Address == remote && flow.ExpiresAt > now);
}
