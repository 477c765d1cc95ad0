using Wavetank.Devices.Flows;
using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Devices.Translation;

/// <summary>Which port outside stands for which port inside, and for whom.</summary>
internal sealed class NatTable
{
    // RFC 6335 §6: the well-known ports end here.
    private const int FirstFreePort = 1024;

    private readonly NatOptions _options;
    private readonly RandomStream _random;
    private readonly Dictionary<MappingKey, NatMapping> _byInside = [];
    private readonly Dictionary<(IpProtocol, ushort), NatMapping> _byPort = [];
    private readonly FlowTable _flows;

    public NatTable(NatOptions options, Simulator simulator, RandomStream random)
    {
        _options = options;
        _random = random;
        _flows = new FlowTable(simulator, options.Flows, Forget);
    }

    public int FlowCount => _flows.Count;

    /// <summary>A port that always leads inside.</summary>
    public void AddForward(IpProtocol protocol, ushort port, TransportAddress inside) =>
        Add(new NatMapping(new MappingKey(protocol, inside, default), port, isForward: true));

    /// <summary>The flow of a packet from inside; a new one where there is none. Null if there is no room for it.</summary>
    public Flow? FindOrAddOutward(in FlowKey key)
    {
        if (_flows.Find(key) is { } known)
        {
            return known;
        }

        var inside = MappingKey.Of(key.Protocol, key.Initiator, key.Responder, _options.Mapping);
        NatMapping? mapping = _byInside.GetValueOrDefault(inside)
            ?? _byInside.GetValueOrDefault(inside with { Outside = default });
        if (mapping is { IsForward: false } && mapping.Key != inside)
        {
            mapping = null;
        }

        // RFC 4787 §4.3: a mapping ends with the last of its flows.
        if (mapping is not null && !IsAlive(mapping))
        {
            mapping = null;
        }

        Flow? flow = _flows.TryAdd(key);
        if (flow is null)
        {
            return null;
        }

        if (mapping is null)
        {
            if (FindFreePort(key.Protocol, key.Initiator.Port) is not { } port)
            {
                _flows.Remove(flow);
                return null;
            }

            Add(mapping = new NatMapping(inside, port, isForward: false));
        }

        mapping.Add(flow);
        return flow;
    }

    /// <summary>The mapping that a port outside stands for; null if nobody has it.</summary>
    public NatMapping? Find(IpProtocol protocol, ushort port) =>
        _byPort.TryGetValue((protocol, port), out NatMapping? mapping) && IsAlive(mapping) ? mapping : null;

    /// <summary>The flow between a mapping's port inside and somebody outside, if it is known.</summary>
    public Flow? FindFlow(NatMapping mapping, TransportAddress remote) =>
        _flows.Find(new FlowKey(mapping.Key.Protocol, mapping.Key.Inside, remote)) is { } flow && flow.Mapping == mapping ? flow : null;

    public Flow? FindFlow(in FlowKey key) => _flows.Find(key);

    /// <summary>A flow that begins outside; null if there is no room for it.</summary>
    public Flow? AddInward(NatMapping mapping, TransportAddress remote)
    {
        // The two may know each other by another port outside already, which answers then come from.
        var key = new FlowKey(mapping.Key.Protocol, mapping.Key.Inside, remote);
        if (_flows.Find(key) is { } other)
        {
            return other;
        }

        Flow? flow = _flows.TryAdd(key);
        if (flow is not null)
        {
            mapping.Add(flow);
        }

        return flow;
    }

    /// <summary>RFC 4787 §5: whether a port takes packets from somebody that it has no flow with.</summary>
    public bool Takes(NatMapping mapping, TransportAddress remote) => mapping.IsForward || _options.Filtering switch
    {
        NatBehavior.EndpointIndependent => true,
        NatBehavior.AddressDependent => mapping.Knows(remote.Address, _flows.Now),
        _ => false,
    };

    public void See(Flow flow, Packet packet, bool isFromInside) => flow.See(packet, isFromInside, _flows.Now, _flows.Timeouts);

    public void Clear()
    {
        foreach (NatMapping mapping in _byPort.Values.ToArray())
        {
            while (mapping.Flows.Count > 0)
            {
                _flows.Remove(mapping.Flows[^1]);
            }
        }
    }

    private bool IsAlive(NatMapping mapping)
    {
        while (mapping.Flows.Count > 0 && mapping.Flows[^1].ExpiresAt <= _flows.Now)
        {
            _flows.Remove(mapping.Flows[^1]);
        }

        return mapping.IsForward || mapping.Flows.Count > 0;
    }

    private ushort? FindFreePort(IpProtocol protocol, ushort wanted)
    {
        if (_options.PreservesPorts && Find(protocol, wanted) is null)
        {
            return wanted;
        }

        // RFC 4787 §4.2.1: no port stands for two; so all are looked through, from a random one on.
        const int Count = ushort.MaxValue + 1 - FirstFreePort;
        int start = (int)_random.NextInt64(Count);
        for (int i = 0; i < Count; i++)
        {
            ushort port = (ushort)(FirstFreePort + ((start + i) % Count));
            if (Find(protocol, port) is null)
            {
                return port;
            }
        }

        return null;
    }

    private void Add(NatMapping mapping)
    {
        _byInside[mapping.Key] = mapping;
        _byPort[(mapping.Key.Protocol, mapping.Port)] = mapping;
    }

    private void Forget(Flow flow)
    {
        if (flow.Mapping is not { } mapping)
        {
            return;
        }

        mapping.Remove(flow);
        if (mapping is { IsForward: false, Flows.Count: 0 })
        {
            _byInside.Remove(mapping.Key);
            _byPort.Remove((mapping.Key.Protocol, mapping.Port));
        }
    }
}
