using Wavetank.Scenarios.Kinds.Applications;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of applications: one row here, one file in <c>Applications/</c>.</summary>
internal static class ApplicationKinds
{
    internal static readonly KindTable<ApplicationKind> Table = new(
        "application",
        TcpEchoServer.Kind,
        TcpEchoClient.Kind,
        UdpEchoServer.Kind,
        UdpEchoClient.Kind,
        BulkReceiver.Kind,
        BulkSender.Kind,
        Ping.Kind,
        DnsServer.Kind,
        DnsClient.Kind,
        RequestServer.Kind,
        RequestClient.Kind,
        UdpSink.Kind,
        UdpSender.Kind,
        VoiceReceiver.Kind,
        VoiceCaller.Kind,
        WebServer.Kind,
        WebClient.Kind,
        VideoClient.Kind,
        Traceroute.Kind,
        PathMtuProbe.Kind,
        PortScan.Kind,
        Gossip.Kind,
        LeaderElection.Kind);
}
