using Wavetank.Packets;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>What TCP asks of IP: addresses, time to live, Differentiated Services.</summary>
public sealed class SegmentHeaderTests
{
    private readonly List<(Address Source, byte TimeToLive, byte TrafficClass)> _sent = [];

    // Proves RFC 9293 MUST-44, MUST-45.
    [Fact]
    public void All_segments_come_from_the_address_that_the_internet_layer_chose()
    {
        TcpTrace trace = Watched();
        trace.In("S. 0 ack 1 win 65535 <mss 1000>").Send(5000).Wait(1000);

        Assert.True(_sent.Count > 6);
        Assert.All(_sent, packet => Assert.Equal(trace.Host.Address, packet.Source));
        Assert.Equal(trace.Host.Address, trace.Connection.Local.Address);
    }

    // Proves RFC 9293 MUST-48, MUST-49, SHLD-21, SHLD-22.
    [Fact]
    public void Time_to_live_and_differentiated_services_are_what_the_user_has_set_by_now()
    {
        TcpTrace trace = Watched();
        trace.In("S. 0 ack 1 win 65535 <mss 1000>").Send(100);
        Assert.All(_sent, packet => Assert.Equal((7, 0x48), (packet.TimeToLive, packet.TrafficClass)));

        _sent.Clear();
        trace.Settings.TrafficClass = 0x28;
        trace.In(". 1 ack 101").Send(100);
        Assert.Equal(0x28, Assert.Single(_sent).TrafficClass);
    }

    private TcpTrace Watched()
    {
        var trace = new TcpTrace(settings => (settings.Ttl, settings.TrafficClass) = (7, 0x48));
        Action<Packet> note = trace.Host.OnSend;
        trace.Host.OnSend = packet =>
        {
            _sent.Add((packet.Source, packet.TimeToLive, packet.TrafficClass));
            note(packet);
        };
        return trace.Connect();
    }
}
