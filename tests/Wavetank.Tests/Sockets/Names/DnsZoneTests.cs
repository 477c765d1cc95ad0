using System.Net;
using Wavetank.Applications;
using Wavetank.Applications.Zones;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>Zones, and what is answered from them.</summary>
public sealed class DnsZoneTests
{
    [Theory]
    [InlineData("www A 10.0.0.1", "www.lab 300 A 10.0.0.1")]
    [InlineData("www 60 IN A 10.0.0.1", "www.lab 60 A 10.0.0.1")]
    [InlineData("www 0 aaaa FD00::1", "www.lab 0 Aaaa fd00::1")]
    [InlineData("@ MX 10 mail", "lab 300 Mx 10 mail.lab")]
    [InlineData("@ NS ns.example.org.", "lab 300 Ns ns.example.org")]
    [InlineData("_sip._udp SRV 0 5 5060 www", "_sip._udp.lab 300 Srv 0 5 5060 www.lab")]
    [InlineData("www TXT \"two words\" three", "www.lab 300 Txt \"two words\" \"three\"")]
    [InlineData("www TXT \"say \\\"hi\\\"\"", "www.lab 300 Txt \"say \"hi\"\"")]
    public void A_record_is_read_as_a_zone_file_has_it(string text, string expected)
    {
        Assert.True(ZoneText.TryParse(text, DnsName.Parse("lab"), 300, out DnsRecord? record, out string? problem), problem);
        Assert.Equal(expected, $"{record!.Name} {record.Ttl} {record.Type} {record.Data}");
    }

    [Theory]
    [InlineData("", "is not a record")]
    [InlineData("www", "is not a record")]
    [InlineData("www A", "is not a record")]
    [InlineData("www B 10.0.0.1", "'B' is not a known type of record; known are A, AAAA, CNAME, MX, NS, PTR, SRV, TXT")]
    [InlineData("www A fd00::1", "'fd00::1' is not the data of a record A; write www A 10.0.0.1")]
    [InlineData("www A 10.0.0.1 x", "is not the data")]
    [InlineData("@ MX mail", "write @ MX 10 mail")]
    [InlineData("@ MX 65536 mail", "is not the data")]
    [InlineData("a..b A 10.0.0.1", "'a..b' is not a domain name")]
    [InlineData("www 3000000000 A 10.0.0.1", "is no TTL")]
    [InlineData("www TXT \"x", "quotation mark")]
    [InlineData("www.example.org. A 10.0.0.1", "is not in the zone 'lab'")]
    [InlineData("alias A 10.0.0.1", "RFC 2181")]
    [InlineData("known CNAME www", "RFC 2181")]
    public void What_is_no_record_of_the_zone_is_refused_with_what_would_be_right(string text, string message)
    {
        DnsZone zone = new DnsZone("lab").Add("alias CNAME www").Add("known", IPAddress.Loopback);

        Assert.Contains(message, Assert.Throws<FormatException>(() => zone.Add(text)).Message);
    }

    [Fact]
    public void A_name_that_is_not_there_and_a_type_that_is_not_there_are_told_apart_with_the_SOA()
    {
        DnsZone zone = new DnsZone("lab", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5)).Add("www A 10.0.0.1").Add("a.b.c A 10.0.0.2");

        DnsMessage missing = Ask("nobody.lab", DnsType.A, zone);
        DnsMessage empty = Ask("www.lab", DnsType.Aaaa, zone);
        DnsMessage between = Ask("b.c.lab", DnsType.A, zone);

        Assert.Equal((DnsResponseCode.NameError, true), (missing.Code, missing.IsAuthoritative));
        Assert.Equal(DnsResponseCode.NoError, empty.Code);
        Assert.Equal(DnsResponseCode.NoError, between.Code);
        Assert.All([missing, empty, between], response =>
        {
            Assert.Empty(response.Answers);
            DnsRecord start = Assert.Single(response.Authorities);
            Assert.Equal((DnsType.Soa, 5u, 5u), (start.Type, start.Ttl, ((AuthorityData)start.Data).Minimum));
        });
    }

    [Fact]
    public void Aliases_are_followed_through_zones_and_their_ring_is_a_failure()
    {
        DnsZone lab = new DnsZone("lab").Add("a CNAME b.other.").Add("r CNAME s").Add("s CNAME r").Add("n CNAME nobody").Add("x CNAME far.example.org.");
        DnsZone other = new DnsZone("other").Add("b CNAME c").Add("c A 10.0.0.3");

        Assert.Equal(["a.lab Cname", "b.other Cname", "c.other A"], Ask("a.lab", DnsType.A, lab, other).Answers.Select(Text));
        Assert.Equal(["a.lab Cname"], Ask("a.lab", DnsType.Cname, lab, other).Answers.Select(Text));
        Assert.Equal(["x.lab Cname"], Ask("x.lab", DnsType.A, lab, other).Answers.Select(Text));
        DnsMessage missing = Ask("n.lab", DnsType.A, lab);
        Assert.Equal((DnsResponseCode.NameError, 1, 1), (missing.Code, missing.Answers.Count, missing.Authorities.Count));
        DnsMessage ring = Ask("r.lab", DnsType.A, lab);
        Assert.Equal((DnsResponseCode.ServerFailure, 0), (ring.Code, ring.Answers.Count));

        static string Text(DnsRecord record) => $"{record.Name} {record.Type}";
    }

    [Fact]
    public void Of_two_zones_the_one_with_the_longer_origin_answers_and_outside_of_both_nobody()
    {
        DnsZone lab = new DnsZone("lab").Add("www.inner A 10.0.0.1");
        DnsZone inner = new DnsZone("inner.lab").Add("www A 10.0.0.2");

        Assert.Equal("10.0.0.2", Assert.Single(Ask("www.inner.lab", DnsType.A, lab, inner).Answers).Data.ToString());
        Assert.Equal((DnsResponseCode.Refused, false), (Ask("www.org", DnsType.A, lab, inner).Code, Ask("www.org", DnsType.A, lab).IsAuthoritative));
    }

    [Fact]
    public void The_addresses_of_a_mail_host_come_along()
    {
        DnsMessage response = Ask("lab", DnsType.Mx, new DnsZone("lab").Add("@ MX 10 mail").Add("@ MX 20 mail").Add("mail A 10.0.0.1").Add("mail AAAA fd00::1"));

        Assert.Equal(2, response.Answers.Count);
        Assert.Equal(["10.0.0.1", "fd00::1"], response.Additionals.Select(record => record.Data.ToString()!));
    }

    [Fact]
    public void Queries_that_are_not_understood_are_answered_with_why()
    {
        var responder = new DnsResponder([new DnsZone()]);
        var question = new DnsQuestion(DnsName.Parse("www"), DnsType.A);
        DnsMessage update = DnsMessage.Query(7, question);
        update.OpCode = 5;

        Assert.Equal((7, true, DnsResponseCode.NotImplemented), (responder.Respond(update).Id, responder.Respond(update).IsResponse, responder.Respond(update).Code));
        Assert.Equal(DnsResponseCode.FormatError, responder.Respond(new DnsMessage()).Code);
        Assert.Equal(DnsResponseCode.BadVersion, responder.Respond(DnsMessage.Query(7, question, new DnsEdns(512, 1))).Code);
        Assert.Equal(DnsResponseCode.Refused, responder.Respond(DnsMessage.Query(7, question with { Class = 3 })).Code);
    }

    private static DnsMessage Ask(string name, DnsType type, params DnsZone[] zones) =>
        new DnsResponder(zones).Respond(DnsMessage.Query(1, new DnsQuestion(DnsName.Parse(name), type)));
}
