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

    // RFC 6056 §3.3.4, the table of counters. Linux has 65,536 since 5.18, against trackers; a simulated host need not be so large.
    private const int Counters = 256;
    private const int MostAdvance = 8;

    private int _first = FirstEphemeral;
    private int _last = LastEphemeral;
    private int[]? _counters;
    private int _exhaustions;

    // Made at the first claim: many hosts of a large network never make one.
    private Dictionary<ushort, List<PortBinding>>? _bindings;

    /// <summary>How many claims there are.</summary>
    public int Claims => _bindings?.Values.Sum(list => list.Count) ?? 0;

    /// <summary>Whether others hold every ephemeral port.</summary>
    public bool IsExhausted => _exhaustions > 0;

    /// <summary>Sets the ephemeral ports (Linux: net.ipv4.ip_local_port_range).</summary>
    /// <param name="first">The first, at least 1.</param>
    /// <param name="last">The last, not below the first.</param>
    public void SetEphemeralRange(ushort first, ushort last)
    {
        ArgumentOutOfRangeException.ThrowIfZero(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        _first = first;
        _last = last;
    }

    /// <summary>From now on others hold every ephemeral port that is free. Those that are claimed stay so.</summary>
    public void Exhaust() => _exhaustions++;

    /// <summary>They give them back: one call for each of <see cref="Exhaust"/>.</summary>
    public void Recover() => _exhaustions--;

    /// <summary>The ephemeral ports in the order in which a connect tries them.</summary>
    /// <param name="hash">A keyed hash of where from and where to.</param>
    public EphemeralSearch SearchEphemeral(ulong hash) => new(hash, (_counters ??= new int[Counters])[hash % Counters], _first, _last);

    /// <summary>The search found its port: the next one for the same destination starts behind it, as on Linux by a random step at least.</summary>
    public void End(in EphemeralSearch search) =>
        _counters![search.Hash % Counters] += 2 + Math.Max(search.Passed, 2 * (int)random.NextInt64(MostAdvance));

    /// <summary>Whether connections may start from a port without having bound it: nobody has.</summary>
    public bool CanConnectFrom(ushort port)
    {
        if (_bindings is not null && _bindings.TryGetValue(port, out List<PortBinding>? list))
        {
            foreach (PortBinding other in list)
            {
                if (!other.IsShared)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Claims a port for one connection; other connections may claim it too.</summary>
    public PortBinding Share(Address address, ushort port)
    {
        var binding = new PortBinding(this, address, port, reuseAddress: false) { IsShared = true };
        Add(binding);
        return binding;
    }

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
        Add(wanted);
        return SocketError.Success;
    }

    public void Release(PortBinding binding)
    {
        if (_bindings is not null && _bindings.TryGetValue(binding.Port, out List<PortBinding>? list) && list.Remove(binding) && list.Count == 0)
        {
            _bindings.Remove(binding.Port);
        }
    }

    private void Add(PortBinding binding)
    {
        _bindings ??= [];
        if (!_bindings.TryGetValue(binding.Port, out List<PortBinding>? list))
        {
            _bindings.Add(binding.Port, list = []);
        }

        list.Add(binding);
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
        if (IsExhausted)
        {
            return null;
        }

        int count = _last - _first + 1;
        int start = (int)random.NextInt64(count);
        for (int i = 0; i < count; i++)
        {
            ushort port = (ushort)(_first + ((start + i) % count));
            var candidate = new PortBinding(this, address, port, reuseAddress, dualMode);
            if (IsFree(candidate, reuseAddress: false))
            {
                return candidate;
            }
        }

        return null;
    }
}
