using System.Net;
using Wavetank.Stack.Names;

namespace Wavetank.Devices;

/// <summary>A device that runs programs. It sends and receives, and passes nothing on for others.</summary>
public sealed partial class Host : IpDevice
{
    internal Host(Network network, string name, int index)
        : base(network, name, index, isForwarding: false)
    {
    }

    /// <summary>What the host's TCP sockets start with: congestion control, ECN, buffers.</summary>
    public HostTcp Tcp => field ??= new HostTcp(Stack);

    /// <summary>
    /// The name servers that the host's programs ask, in this order, at port 53. Default: none, and every name of the network is known
    /// at once. With any, only <c>localhost</c> and the host's own name are known without asking. Setting it forgets what was learnt.
    /// </summary>
    /// <exception cref="ArgumentException">An address is Any.</exception>
    public IReadOnlyList<IPAddress> NameServers
    {
        get => Stack.ResolverIfSet?.Servers ?? [];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.FirstOrDefault(address => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) is { } any)
            {
                throw new ArgumentException($"{any} is no name server's address.", nameof(value));
            }

            Stack.Resolver.Servers = [.. value];
        }
    }

    /// <summary>How the host asks its name servers: timeout, attempts, cache. Setting it forgets what was learnt.</summary>
    public ResolverOptions Resolver
    {
        get => Stack.ResolverIfSet?.Options ?? new ResolverOptions();
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Stack.Resolver.Options = value;
        }
    }

    /// <summary>The host's own clock, which may be set wrong and may drift.</summary>
    public HostClock Clock => field ??= new HostClock(Network.Simulator);

    /// <summary>The host's own clock and timers, for programs: the simulation's, but for what <see cref="Clock"/> says.</summary>
    public TimeProvider TimeProvider => Clock.TimeProvider;
}
