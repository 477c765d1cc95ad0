using Wavetank.Engine;

namespace Wavetank.Devices.Flows;

/// <summary>The flows that a device follows, in bounded memory. What is too old goes when it is met, or when room is needed: no timer runs.</summary>
/// <param name="simulator">The engine, for its clock.</param>
/// <param name="options">How long flows are remembered, and how many.</param>
/// <param name="removed">Called with each flow that is forgotten.</param>
internal sealed class FlowTable(Simulator simulator, FlowOptions options, Action<Flow>? removed = null)
{
    private readonly Dictionary<FlowKey, Flow> _flows = [];
    private readonly FlowTimeouts _timeouts = FlowTimeouts.Of(options);

    // When room is looked for again.
    private long _nextSweep;

    public FlowTimeouts Timeouts => _timeouts;

    public long Now => simulator.NowNanoseconds;

    /// <summary>Flows that are remembered and not too old.</summary>
    public int Count
    {
        get
        {
            Sweep();
            return _flows.Count;
        }
    }

    public Flow? Find(in FlowKey key)
    {
        if (!_flows.TryGetValue(key, out Flow? flow))
        {
            return null;
        }

        if (flow.ExpiresAt > Now)
        {
            return flow;
        }

        Remove(flow);
        return null;
    }

    /// <summary>A new flow; null if there is no room for it.</summary>
    public Flow? TryAdd(in FlowKey key)
    {
        if (_flows.Count >= options.Maximum && Now >= _nextSweep)
        {
            Sweep();

            // Looked through once for each part in a hundred of the shortest timeout, and not for each packet of a flood.
            _nextSweep = Now + Math.Max(1, Math.Min(Math.Min(_timeouts.Udp, _timeouts.TcpTransitory), _timeouts.Icmp) / 100);
        }

        if (_flows.Count >= options.Maximum)
        {
            return null;
        }

        var flow = new Flow(key);
        _flows.Add(key, flow);
        return flow;
    }

    public void Remove(Flow flow)
    {
        _flows.Remove(flow.Key);
        removed?.Invoke(flow);
    }

    private void Sweep()
    {
        // Which of them go does not depend on the order in which they are seen.
        foreach (Flow flow in _flows.Values)
        {
            if (flow.ExpiresAt <= Now)
            {
                Remove(flow);
            }
        }
    }
}
