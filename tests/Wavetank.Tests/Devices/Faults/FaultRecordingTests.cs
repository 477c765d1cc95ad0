using System.Net;
using System.Text;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Recording.Capture;
using Wavetank.Recording.EventLog;
using Wavetank.Tests.Recording.Capture;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>Faults as captures and logs have them: client sends a datagram to server each second; the link is cut from 0.5 to 1.5 s.</summary>
public sealed class FaultRecordingTests : IDisposable
{
    private readonly Network _network = new(seed: 1);
    private readonly Host _client;
    private readonly Host _server;
    private readonly Link _link;

    public FaultRecordingTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _link = _network.Connect(_client, _server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_fault_is_a_comment_on_the_next_packet_of_a_capture()
    {
        using var stream = new MemoryStream();
        var capture = new PcapngWriter(stream, _network.Events, CapturePoint.All(_network.Events), leaveOpen: true);
        _network.Events.Subscribe(capture);
        Run(3);
        capture.Complete();

        PcapngPacket[] commented = [.. PcapngFile.Read(stream.ToArray()).Packets.Where(packet => packet.Comment.Contains("cut", StringComparison.Ordinal))];
        Assert.Equal(
            ["1: 0.500000000 s: cut client-server begins", "2: 1.500000000 s: cut client-server ends"],
            commented.Select(packet => $"{packet.Time / 1_000_000_000}: {packet.Comment.Split('\n')[0]}"));
    }

    [Fact]
    public void A_fault_that_no_packet_follows_is_a_comment_on_the_statistics()
    {
        using var stream = new MemoryStream();
        var capture = new PcapngWriter(stream, _network.Events, CapturePoint.All(_network.Events), leaveOpen: true);
        _network.Events.Subscribe(capture);
        Run(1);
        capture.Complete();
        string file = Encoding.Latin1.GetString(stream.ToArray());
        Assert.Contains("0.500000000 s: cut client-server begins\n1.500000000 s: cut client-server ends", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_a_line_of_the_event_log()
    {
        using var stream = new MemoryStream();
        var log = new NdjsonEventLog(stream, _network.Events, leaveOpen: true);
        _network.Events.Subscribe(log);
        _network.Faults.Begin(new ClockFault(_client, TimeSpan.FromSeconds(1), 5), TimeSpan.FromSeconds(0.2), Timeout.InfiniteTimeSpan);
        Run(3);
        log.Complete();
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal(
            [
                """{"time":200000000,"event":"fault-begins","fault":"clock","target":"client","details":"offset: 1000ms, drift: 5ppm"}""",
                """{"time":500000000,"event":"fault-begins","fault":"cut","target":"client-server"}""",
                """{"time":1500000000,"event":"fault-ends","fault":"cut","target":"client-server"}""",
            ],
            lines.Where(line => line.Contains("fault", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_fault_that_changes_nothing_leaves_the_digest_as_it_is()
    {
        _network.Faults.Begin(new FullListenQueueFault(_server, 9999), TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1));
        string digest = Run(3);
        using var other = new FaultRecordingTests();
        Assert.Equal(other.Run(3), digest);
        Assert.Equal(4, _network.Faults.Events.Count);
    }

    private string Run(int datagrams)
    {
        _network.Faults.Begin(new CutFault(_link), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        _client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (int i = 0; i < datagrams; i++)
            {
                await socket.SendAsync(new byte[1], new IPEndPoint(_server.Address, 7));
                await _network.Delay(TimeSpan.FromSeconds(1));
            }
        });
        return _network.Run(TimeSpan.FromSeconds(10)).Digest;
    }
}
