using System.Net;
using Wavetank.Devices.Translation;

namespace Wavetank.Devices;

/// <summary>
/// A router that translates addresses and ports (RFC 4787, RFC 5382, RFC 5508): all hosts inside appear outside under the address of its
/// outside interface. IPv6 is passed on as it is.
/// </summary>
public sealed class Nat : IpDevice
{
    private readonly Translator _translator;

    internal Nat(Network network, string name, int index, NatOptions options)
        : base(network, name, index, isForwarding: true)
    {
        Options = options;
        Stack.Ip.Hook = _translator = new Translator(this, options);
    }

    /// <summary>How it translates.</summary>
    public NatOptions Options { get; }

    /// <summary>The address under which the hosts inside appear outside: the IPv4 address of the outside interface.</summary>
    /// <exception cref="InvalidOperationException">No link is plugged in there yet.</exception>
    public IPAddress OutsideAddress => _translator.External.ToIPAddress();

    /// <summary>Flows that it follows just now.</summary>
    public int Flows => _translator.FlowCount;

    /// <summary>
    /// Forgets all flows, as a restart does; ports that are forwarded stay. What comes from outside for a forgotten flow is dropped, and
    /// what goes out begins it anew, perhaps from another port.
    /// </summary>
    public void Forget() => _translator.Forget();
}
