using Wavetank.Links.Rules;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Rules;

/// <summary>Expressions in tcpdump's words.</summary>
public sealed class PacketFilterTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("tcp", true)]
    [InlineData("udp", false)]
    [InlineData("ip", true)]
    [InlineData("ip6", false)]
    [InlineData("arp", false)]
    [InlineData("not udp", true)]
    [InlineData("!(udp or icmp)", true)]
    [InlineData("tcp && dst port 80 && syn", true)]
    [InlineData("tcp dst port 80", true)]
    [InlineData("tcp && src port 80", false)]
    [InlineData("port 80", true)]
    [InlineData("portrange 79-81", true)]
    [InlineData("src portrange 79-81", false)]
    [InlineData("host 10.0.0.2", true)]
    [InlineData("src host 10.0.0.2", false)]
    [InlineData("dst 10.0.0.2", true)]
    [InlineData("src net 10.0.0.0/24", true)]
    [InlineData("net 192.168.0.0/16", false)]
    [InlineData("net fd00::/8", false)]
    [InlineData("syn and not ack", true)]
    [InlineData("fin || rst || psh", false)]
    [InlineData("udp || tcp && fin", false)]
    [InlineData("(udp || tcp) && syn", true)]
    [InlineData("len = 44", true)]
    [InlineData("len > 44", false)]
    [InlineData("less 44 && greater 44", true)]
    [InlineData("payload >= 4 && payload != 5", true)]
    [InlineData("payload starts \"GET\"", true)]
    [InlineData("payload starts 'GET '", true)]
    [InlineData("payload starts \"POST\"", false)]
    [InlineData("payload starts 0x4745", true)]
    [InlineData("payload starts \"G\\x45\"", true)]
    [InlineData("ttl < 65 && proto == 6 && dscp = 46", true)]
    [InlineData("ect", true)]
    [InlineData("ce", false)]
    [InlineData("fragment", false)]
    public void An_expression_matches_what_it_says(string text, bool matches)
    {
        var packet = new PacketPool().Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = IpProtocol.Tcp;
        packet.TimeToLive = 64;
        packet.TrafficClass = (46 << 2) | 2;
        packet.Tcp = new TcpHeader { SourcePort = 4000, DestinationPort = 80, Flags = TcpFlags.Syn };
        packet.CarryCopy("GET "u8);
        packet.Seal();
        Assert.Equal(matches, PacketFilter.Parse(text).Matches(packet));
    }

    [Theory]
    [InlineData("tpc && syn", 1, "\"tpc\" is not a known word")]
    [InlineData("tcp && dst prot 80", 12, "\"prot\" is no address")]
    [InlineData("host 10.0.0.300", 6, "\"10.0.0.300\" is no address, such as 10.0.0.1, and no device's name")]
    [InlineData("tcp port 99999", 10, "\"99999\" is not a port from 0 to 65535")]
    [InlineData("tcp syn", 5, "\"syn\" is one too many")]
    [InlineData("tcp &&", 7, "the end stands where a test is missing")]
    [InlineData("(tcp", 5, "the end stands where ) is missing")]
    [InlineData("tcp & syn", 5, "\"&\" begins nothing")]
    [InlineData("len", 4, "the end stands where a comparison is missing")]
    [InlineData("len > x", 7, "\"x\" is not a whole number")]
    [InlineData("payload starts GET", 16, "\"GET\" is no beginning of a payload")]
    [InlineData("payload starts \"GET", 16, "a text in quotes has no end")]
    [InlineData("payload starts \"\\q\"", 17, "known after a backslash")]
    [InlineData("net 10.0.0.0/33", 5, "\"10.0.0.0/33\" is no block of addresses")]
    [InlineData("portrange 9-8", 11, "\"9-8\" is no range of ports")]
    public void A_mistake_is_told_with_its_column(string text, int column, string problem)
    {
        PacketFilterException exception = Assert.Throws<PacketFilterException>(() => PacketFilter.Parse(text));
        Assert.Equal(column, exception.Column);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_may_be_neither_endless_nor_bottomless()
    {
        Assert.Throws<PacketFilterException>(() => PacketFilter.Parse(new string(' ', 1000) + "tcp"));
        Assert.Throws<PacketFilterException>(() => PacketFilter.Parse(new string('(', 500) + "tcp"));
        Assert.Throws<PacketFilterException>(() => PacketFilter.Parse(new string('!', 500) + "tcp"));
    }

    [Theory]
    [InlineData("all", "all", "1 2 3 4 5 6")]
    [InlineData("first 2", "1-2", "1 2")]
    [InlineData("every 3", "every 3", "3 6")]
    [InlineData("4", "4", "4")]
    [InlineData("2, 4-5", "2, 4-5", "2 4 5")]
    [InlineData("100%", "100%", "1 2 3 4 5 6")]
    [InlineData("0%", "0%", "")]
    public void A_selection_is_read_written_and_applied(string text, string written, string selected)
    {
        Assert.True(PacketSelection.TryParse(text, out PacketSelection? selection));
        Assert.Equal(written, selection.ToString());
        var random = new Wavetank.Engine.RandomStream(1, "test");
        Assert.Equal(selected, string.Join(' ', Enumerable.Range(1, 6).Where(number => selection.Selects(number, random))));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("first 0")]
    [InlineData("every x")]
    [InlineData("5-4")]
    [InlineData("101%")]
    [InlineData("")]
    public void A_selection_that_is_none_is_refused(string text) => Assert.False(PacketSelection.TryParse(text, out _));
}
