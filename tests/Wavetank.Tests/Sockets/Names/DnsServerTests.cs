using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Sockets.Names;
using Wavetank.Sockets.Names.Messages;
using Wavetank.Tests.Recording.Capture;
using Dns = Wavetank.Sockets.Dns;
using NetworkStream = Wavetank.Sockets.NetworkStream;
using TcpClient = Wavetank.Sockets.TcpClient;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>The server on the network: UDP and TCP, slow, failing, and as tshark reads it.</summary>
public sealed class DnsServerTests
{
    private static readonly string Big = $"big TXT \"{new string('x', 2000)}\"";

    [Fact]
    public void What_does_not_fit_a_datagram_is_asked_for_again_over_TCP()
    {
        using var lab = new DnsLab(DnsLab.Serving(Big));
        lab.Run(async () =>
        {
            Assert.Equal(ResolverStatus.Success, await RecordLookups.ResolveAsync("big", DnsType.Txt));

            // UDP, the handshake, and the query on the connection.
            Assert.Equal(3 * DnsLab.RoundTrip, lab.Now);
        });
        Assert.Equal(2, lab.Queries(0));
    }

    [Theory]
    [InlineData(900, 512, 2)]
    [InlineData(900, 1232, 1)]
    [InlineData(450, 512, 1)]
    public void EDNS_lets_a_larger_answer_through_over_UDP(int size, int udpPayloadSize, int queries)
    {
        using var lab = new DnsLab(DnsLab.Serving($"big TXT \"{new string('x', size)}\""));
        lab.Configure(options => options with { UdpPayloadSize = udpPayloadSize });
        lab.Run(async () => Assert.Equal(ResolverStatus.Success, await RecordLookups.ResolveAsync("big", DnsType.Txt)));
        Assert.Equal(queries, lab.Queries(0));
    }

    [Fact]
    public void A_slow_server_answers_later_and_within_the_timeout_that_is_all()
    {
        using var lab = new DnsLab(Slow(4.9));
        lab.Run(async () => Assert.Equal(
            (TimeSpan.FromSeconds(4.9) + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("dns-1"))));
    }

    [Fact]
    public void An_answer_that_comes_after_the_timeout_is_for_nobody_and_the_repetition_is_waited_for()
    {
        using var lab = new DnsLab(Slow(6));
        lab.Run(async () => Assert.Equal((TimeSpan.FromSeconds(10), SocketError.TryAgain), await lab.Time(() => Dns.GetHostAddressesAsync("dns-1"))));
    }

    [Fact]
    public void Single_names_can_be_slow_or_fail()
    {
        using var lab = new DnsLab(DnsLab.Serving("a A 10.0.0.1", "b A 10.0.0.1", "c A 10.0.0.1") with
        {
            Behavior = new DnsBehavior { Failure = DnsFailure.Refused },
            Names = new Dictionary<string, DnsBehavior>
            {
                ["A"] = new() { Delay = () => TimeSpan.FromSeconds(1) },
                ["b"] = new(),
            },
        });
        lab.Run(async () =>
        {
            Assert.Equal((TimeSpan.FromSeconds(1) + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("a")));
            Assert.Equal((DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("b")));
            Assert.Equal((2 * DnsLab.RoundTrip, SocketError.TryAgain), await lab.Time(() => Dns.GetHostAddressesAsync("c")));
        });
    }

    [Fact]
    public void A_share_of_queries_fails()
    {
        const int Count = 2000;
        using var lab = new DnsLab(DnsLab.Serving("a A 10.0.0.1") with
        {
            Behavior = new DnsBehavior { Failure = DnsFailure.ServerFailure, FailureProbability = 0.25 },
        });
        lab.Configure(options => options with { Attempts = 1, Caches = false });
        int failed = 0;
        lab.Run(async () =>
        {
            for (int i = 0; i < Count; i++)
            {
                failed += (await lab.Time(() => Dns.GetHostAddressesAsync("a", AddressFamily.InterNetwork))).Error == SocketError.TryAgain ? 1 : 0;
            }
        });

        // Five standard deviations of a binomial distribution.
        Assert.InRange(failed, 500 - 97, 500 + 97);
    }

    [Fact]
    public void The_hosts_of_the_network_are_what_it_knows_by_default()
    {
        using var lab = new DnsLab(new DnsServerOptions());
        lab.Run(async () =>
        {
            Assert.Equal(lab.Hosts[0].Addresses, await Dns.GetHostAddressesAsync("DNS-1"));
            Assert.NotEmpty(await Dns.GetHostAddressesAsync("core"));
        });
    }

    [Fact]
    public void Answers_with_another_number_or_question_are_passed_over()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.Silence));
        Wavetank.Devices.Host forger = lab.Network.AddHost("forger");
        lab.Network.Connect(forger, lab.Network.FindDevice("core"));
        forger.Run(async () =>
        {
            var socket = new UdpClient(53);
            var right = await socket.ReceiveAsync();
            Assert.True(DnsMessage.TryParse(right.Buffer, out DnsMessage? query));
            foreach ((int shift, string name) in new[] { (1, "www"), (0, "wrong"), (0, "www") })
            {
                DnsMessage answer = DnsMessage.Query((ushort)(query!.Id + shift), query.Questions[0] with { Name = DnsName.Parse(name) });
                answer.IsResponse = true;
                answer.Answers.Add(new DnsRecord(DnsName.Parse("www"), DnsType.A, 60, new AddressData(new IPAddress([10, 0, 0, (byte)(shift + name.Length)]))));
                await socket.SendAsync(answer.ToBytes(), right.RemoteEndPoint);
                await socket.SendAsync(new byte[5], right.RemoteEndPoint);
            }
        });
        lab.Client.NameServers = [forger.Address];
        lab.Run(async () => Assert.Equal([IPAddress.Parse("10.0.0.3")], await Dns.GetHostAddressesAsync("www", AddressFamily.InterNetwork)));
    }

    [Fact]
    public void Rubbish_is_answered_with_a_format_error_where_it_has_a_header_and_the_server_lives_on()
    {
        using var lab = new DnsLab(DnsLab.Serving("a A 10.0.0.1"));
        lab.Run(async () =>
        {
            using var socket = new UdpClient();
            socket.Connect(lab.Hosts[0].Address, 53);
            await socket.SendAsync(new byte[3]);
            await socket.SendAsync(Convert.FromHexString("ABCD8100000100000000000001610000010001"));
            await socket.SendAsync(Convert.FromHexString("ABCD0100000100000000000005"));
            UdpReceiveResult answer = await socket.ReceiveAsync();
            Assert.Equal("ABCD8101", Convert.ToHexString(answer.Buffer.AsSpan(0, 4)));
            Assert.Single(await Dns.GetHostAddressesAsync("a"));
        });
    }

    [Fact]
    public void Several_queries_on_one_connection_are_answered_and_one_that_ends_its_sending_still_gets_all()
    {
        using var lab = new DnsLab(Slow(1));
        lab.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(lab.Hosts[0].Address, 53);
            byte[] query = DnsMessage.Query(1, new DnsQuestion(DnsName.Parse("dns-1"), DnsType.A)).ToBytes();
            byte[] framed = [0, (byte)query.Length, .. query];

            // The length in a segment of its own is understood too.
            client.NoDelay = true;
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(framed.AsMemory(0, 1));
            await stream.WriteAsync((byte[])[.. framed[1..], .. framed, .. framed]);
            client.Client.Shutdown(SocketShutdown.Send);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);

            ReadOnlySpan<byte> rest = all.ToArray();
            for (int i = 0; i < 3; i++)
            {
                int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
                Assert.True(DnsMessage.TryParse(rest.Slice(2, length), out DnsMessage? response));
                Assert.Single(response!.Answers);
                rest = rest[(2 + length)..];
            }

            Assert.True(rest.IsEmpty);
            Assert.Equal(2 * DnsLab.RoundTrip + TimeSpan.FromSeconds(1), lab.Now);
        });
    }

    [Fact]
    public void An_idle_connection_is_closed_after_ten_seconds()
    {
        using var lab = new DnsLab(new DnsServerOptions());
        lab.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(lab.Hosts[0].Address, 53);
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1]));

            // From the end of the handshake on, and half a round trip for the FIN.
            Assert.Equal(TimeSpan.FromSeconds(10) + 2 * DnsLab.RoundTrip, lab.Now);
        });
    }

    [Fact]
    public void Tshark_reads_queries_answers_and_failures_and_finds_nothing_malformed()
    {
        using var lab = new DnsLab(
            DnsLab.Failing(DnsFailure.ServerFailure),
            DnsLab.Serving(Big, "www A 10.0.0.1", "www AAAA fd00::1", "web CNAME www", "@ MX 10 www", "_x._tcp SRV 1 2 3 www", "@ NS www", "7.0.0.10.in-addr.arpa PTR www"));
        lab.Configure(options => options with { UdpPayloadSize = 1232 });
        byte[] capture = lab.Capture(() => lab.Run(async () =>
        {
            await Dns.GetHostAddressesAsync("web");
            await lab.Time(() => Dns.GetHostAddressesAsync("nobody"));
            foreach ((string name, DnsType type) in new[] { ("big", DnsType.Txt), (".", DnsType.Mx), (".", DnsType.Ns), (".", DnsType.Soa), ("_x._tcp", DnsType.Srv), ("7.0.0.10.in-addr.arpa", DnsType.Ptr) })
            {
                Assert.Equal(ResolverStatus.Success, await RecordLookups.ResolveAsync(name, type));
            }
        }));

        string[][] rows = Tshark.Fields(
            capture, "_ws.malformed", "_ws.expert.severity", "dns.flags.response", "dns.flags.rcode", "dns.flags.truncated", "dns.resp.type", "udp.checksum.status", "frame.protocols");

        Assert.All(rows, row => Assert.Equal("", row[0]));
        string[][] responses = [.. rows.Where(row => row[2] is "1" or "True")];
        Assert.Contains(responses, row => row[3] == "0" && row[5] == "5,1,41");
        Assert.Contains(responses, row => row[3] == "2" && row[5] == "41");
        Assert.Contains(responses, row => row[3] == "3" && row[5] == "6,41");
        Assert.Contains(responses, row => row[4] is "1" or "True");
        Assert.Contains(responses, row => row[5] == "16,41" && row[7].Contains("tcp"));
        Assert.Contains(responses, row => row[5] == "15,1,28,41");
        Assert.All(["2", "33", "12", "6"], type => Assert.Contains(responses, row => row[5].Split(',')[0] == type));
    }

    private static DnsServerOptions Slow(double seconds) => new() { Behavior = new DnsBehavior { Delay = () => TimeSpan.FromSeconds(seconds) } };
}
