using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Ports;

/// <summary>One protocol's ports on one host: who has which, and which is free (bind as Linux does it).</summary>
internal sealed class PortTable(RandomStream random)
{
    // Linux: net.ipv4.ip_local_port_range. The range that RFC 6335 §6 names (49152-65535) is not the one in use there.
    public const int FirstEphemeral = 32768;
    public const int LastEphemeral = 60999;

    // Made at the first claim: many hosts of a large network never make one.
    private Dictionary<ushort, List<PortBinding>>? _bindings;

    /// <summary>Claims a port, or fails and leaves the others alone (RFC 9293 §3.9.1.1, MUST-41).</summary>
    /// <param name="address">One of the host's addresses, or any.</param>
    /// <param name="port">The port; 0 picks a free ephemeral one at random (RFC 6056 §3.3.1).</param>
    /// <param name="reuseAddress">SO_REUSEADDR: may share with others that say so too, while none listens (RFC 9293 §3.9.1.1, MUST-42).</param>
    /// <param name="binding">The claim, to be released.</param>
    /// <param name="dualMode">Whether <c>::</c> means any IPv4 address too.</param>
    /// <returns>Success, or AddressAlreadyInUse.</returns>
    public SocketError TryBind(Address address, ushort port, bool reuseAddress, out PortBinding? binding, bool dualMode = false)
    {
        binding = null;
        PortBinding? wanted = port == 0
            ? TryPickEphemeral(address, reuseAddress, dualMode)
            : new PortBinding(this, address, port, reuseAddress, dualMode);
        if (wanted is null || !IsFree(wanted, reuseAddress))
        {
            return SocketError.AddressAlreadyInUse;
        }

        binding = wanted;
        port = wanted.Port;
        _bindings ??= [];
        if (!_bindings.TryGetValue(port, out List<PortBinding>? list))
        {
            _bindings.Add(port, list = []);
        }

        list.Add(binding);
        return SocketError.Success;
    }

    public void Release(PortBinding binding)
    {
        if (_bindings is not null && _bindings.TryGetValue(binding.Port, out List<PortBinding>? list) && list.Remove(binding) && list.Count == 0)
        {
            _bindings.Remove(binding.Port);
        }
    }

    private bool IsFree(PortBinding wanted, bool reuseAddress)
    {
        if (_bindings is null || !_bindings.TryGetValue(wanted.Port, out List<PortBinding>? list))
        {
            return true;
        }

        foreach (PortBinding other in list)
        {
            bool shared = reuseAddress && other.ReuseAddress && !other.IsListening;
            if (!shared && wanted.Overlaps(other))
            {
                return false;
            }
        }

        return true;
    }

    private PortBinding? TryPickEphemeral(Address address, bool reuseAddress, bool dualMode)
    {
        const int Count = LastEphemeral - FirstEphemeral + 1;
        int start = (int)random.NextInt64(Count);
        for (int i = 0; i < Count; i++)
        {
            ushort port = (ushort)(FirstEphemeral + ((start + i) % Count));
            var candidate = new PortBinding(this, address, port, reuseAddress, dualMode);
            if (IsFree(candidate, reuseAddress: false))
            {
                return candidate;
            }
        }

        return null;
    }
}
