using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>
/// The conversations of a run. A script seldom names ports: what it sends belongs to the conversation under test, which is the one that
/// was begun or accepted last.
/// </summary>
internal sealed class Conversations(VirtualHost host)
{
    private const ushort FirstRemotePort = 40_001;

    private readonly List<Conversation> _all = [];
    private ushort _nextRemotePort = FirstRemotePort;
    private TransportAddress? _listening;

    /// <summary>The conversation that packets without ports belong to; null where none was begun.</summary>
    public Conversation? UnderTest { get; private set; }

    /// <summary>A socket listens, or a UDP socket was bound: the next SYN or datagram begins a conversation with it.</summary>
    public void OnOpened(TransportAddress local)
    {
        _listening = new TransportAddress(local.Address.IsAny ? host.Local : local.Address, local.Port);
        UnderTest = null;
    }

    /// <summary>A socket was connected or accepted.</summary>
    public void OnConnected(TransportAddress local, TransportAddress remote) => UnderTest = FindOrAdd(local, remote);

    /// <summary>The conversation of a packet that the script sends.</summary>
    public Conversation OfInbound(PortsSpec? ports)
    {
        if (ports is { } named)
            return FindOrAdd(new TransportAddress(host.Local, named.Destination), new TransportAddress(host.Remote, named.Source));
        return UnderTest ??= FindOrAdd(
            _listening ?? new TransportAddress(host.Local, host.Settings.BindPort), new TransportAddress(host.Remote, _nextRemotePort++));
    }

    /// <summary>The conversation of a packet that the host sent.</summary>
    public Conversation OfOutbound(TransportAddress local, TransportAddress remote)
    {
        Conversation conversation = FindOrAdd(local, remote);
        UnderTest ??= conversation;
        return conversation;
    }

    private Conversation FindOrAdd(TransportAddress local, TransportAddress remote)
    {
        Conversation? found = _all.Find(item => item.Local == local && item.Remote == remote);
        if (found is null)
        {
            found = new Conversation(local, remote);
            _all.Add(found);
        }

        return found;
    }
}
