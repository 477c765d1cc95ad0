using System.Net;
using FsCheck.Xunit;
using Wavetank.Engine;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>DNS messages as bytes: written and read, compressed, and from anywhere.</summary>
public sealed class DnsCodecTests
{
    private static readonly DnsName Www = DnsName.Parse("www.example.org");

    [Fact]
    public void A_message_with_a_record_of_every_type_is_read_as_it_was_written()
    {
        DnsMessage written = Full();

        Assert.True(DnsMessage.TryParse(written.ToBytes(), out DnsMessage? read));

        Assert.Equal((0xBEEF, true, true, false, true, true), (read!.Id, read.IsResponse, read.IsAuthoritative, read.IsTruncated, read.RecursionDesired, read.RecursionAvailable));
        Assert.Equal(DnsResponseCode.NameError, read.Code);
        Assert.Equal(written.Questions, read.Questions);
        Assert.Equal(written.Answers, read.Answers);
        Assert.Equal(written.Authorities, read.Authorities);
        Assert.Equal(written.Additionals, read.Additionals);
        Assert.Equal(new DnsEdns(1232, 0, true), read.Edns);
    }

    [Fact]
    public void A_query_has_the_bytes_of_RFC_1035()
    {
        byte[] bytes = DnsMessage.Query(0x1234, new DnsQuestion(DnsName.Parse("ab.c"), DnsType.A)).ToBytes();

        Assert.Equal("1234" + "0100" + "0001" + "0000" + "0000" + "0000" + "02616201630000010001", Convert.ToHexString(bytes));
    }

    [Fact]
    public void EDNS_carries_the_size_the_upper_bits_of_the_code_and_the_DO_bit()
    {
        var message = new DnsMessage { IsResponse = true, Code = DnsResponseCode.BadVersion, Edns = new DnsEdns(4096, 0, true) };

        byte[] bytes = message.ToBytes();

        Assert.Equal("00" + "0029" + "1000" + "01" + "00" + "8000" + "0000", Convert.ToHexString(bytes.AsSpan(DnsMessage.HeaderSize)));
        Assert.True(DnsMessage.TryParse(bytes, out DnsMessage? read));
        Assert.Equal(DnsResponseCode.BadVersion, read!.Code);
    }

    [Fact]
    public void A_name_that_was_written_before_is_a_pointer_of_two_bytes()
    {
        DnsMessage one = DnsMessage.Query(1, new DnsQuestion(Www, DnsType.A));
        int alone = one.ToBytes().Length;
        one.Answers.Add(new DnsRecord(DnsName.Parse("WWW.Example.org"), DnsType.Cname, 1, new NameData(DnsName.Parse("a.example.org"))));

        // Pointer, type, class, TTL, length; then the label "a" and a pointer.
        Assert.Equal(alone + 2 + 2 + 2 + 4 + 2 + 2 + 2, one.ToBytes().Length);
    }

    [Fact]
    public void The_example_of_RFC_1035_section_4_1_4_is_read()
    {
        // F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64, the root at 92.
        byte[] bytes = new byte[93];
        Convert.FromHexString("01460349534904415250410" + "0").CopyTo(bytes, 20);
        Convert.FromHexString("03464F4FC014").CopyTo(bytes, 40);
        Convert.FromHexString("C01A").CopyTo(bytes, 64);

        Assert.Equal(("F.ISI.ARPA", 32), ReadName(bytes, 20));
        Assert.Equal(("FOO.F.ISI.ARPA", 46), ReadName(bytes, 40));
        Assert.Equal(("ARPA", 66), ReadName(bytes, 64));
        Assert.Equal((".", 93), ReadName(bytes, 92));
    }

    [Theory]
    [InlineData("C000", "a pointer to itself")]
    [InlineData("0161C000", "a name that leads into itself")]
    [InlineData("C0FF", "a pointer behind the end")]
    [InlineData("C002C000", "a pointer forwards")]
    [InlineData("4161", "reserved bits 01")]
    [InlineData("8161", "reserved bits 10")]
    [InlineData("0561", "a label that is cut off")]
    [InlineData("0161", "no end")]
    [InlineData("C0", "half a pointer")]
    [InlineData("", "nothing")]
    public void A_name_that_is_none_is_refused(string hex, string why) =>
        Assert.True(ReadName(Convert.FromHexString(hex), 0).Name is null, why);

    [Fact]
    public void A_name_ends_at_255_bytes_however_it_is_put_together()
    {
        string label = new('a', 63);
        Assert.True(DnsName.TryParse($"{label}.{label}.{label}.{label[2..]}", out DnsName? longest));
        Assert.Equal(255, longest!.Wire.Length);
        Assert.False(DnsName.TryParse($"{label}.{label}.{label}.{label[1..]}", out _));
        Assert.False(DnsName.TryParse(new string('a', 64), out _));

        // One label more in front of a pointer to the longest.
        byte[] bytes = [.. longest.Wire, 1, (byte)'b', 0xC0, 0];
        Assert.Equal(255, ReadName(bytes, 0).Next);
        Assert.Null(ReadName(bytes, 255).Name);
    }

    [Theory]
    [InlineData("www.example.org")]
    [InlineData("a\\.b.c\\\\d")]
    [InlineData("\\000\\255\\032.x")]
    [InlineData(".")]
    public void The_text_of_a_name_is_read_as_that_name(string text) => Assert.Equal(text, DnsName.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("a\\")]
    [InlineData("\\25")]
    [InlineData("\\256")]
    public void A_text_that_is_no_name_is_refused(string text) => Assert.False(DnsName.TryParse(text, out _));

    [Fact]
    public void Names_compare_without_case_and_know_what_they_stand_below()
    {
        Assert.Equal(Www, DnsName.Parse("WWW.EXAMPLE.ORG."));
        Assert.Equal(Www.GetHashCode(), DnsName.Parse("WWW.EXAMPLE.ORG.").GetHashCode());
        Assert.True(Www.IsWithin(DnsName.Parse("Example.org")));
        Assert.True(Www.IsWithin(Www));
        Assert.True(Www.IsWithin(DnsName.Root));
        Assert.False(DnsName.Parse("notexample.org").IsWithin(DnsName.Parse("example.org")));
        Assert.False(DnsName.Parse("org").IsWithin(Www));
    }

    [Fact]
    public void The_names_of_addresses_are_those_of_RFC_1035_and_RFC_3596()
    {
        Assert.Equal("2.1.0.10.in-addr.arpa", DnsName.OfAddress(IPAddress.Parse("10.0.1.2")).ToString());
        Assert.Equal(
            "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa",
            DnsName.OfAddress(IPAddress.Parse("4321:0:1:2:3:4:567:89ab")).ToString());
    }

    [Fact]
    public void What_does_not_fit_leaves_out_the_extras_first_and_then_sets_TC()
    {
        DnsMessage message = Full();
        int whole = message.ToBytes().Length;
        int withoutExtras = whole - 16;

        Assert.Equal(whole, message.ToBytes(whole).Length);
        Assert.True(DnsMessage.TryParse(message.ToBytes(withoutExtras), out DnsMessage? less));
        Assert.Equal((false, 0, message.Answers.Count), (less!.IsTruncated, less.Additionals.Count, less.Answers.Count));
        Assert.True(DnsMessage.TryParse(message.ToBytes(100), out DnsMessage? cut));
        Assert.Equal((true, 0, 1), (cut!.IsTruncated, cut.Answers.Count, cut.Questions.Count));
        Assert.NotNull(cut.Edns);
    }

    [Fact]
    public void A_TTL_with_its_highest_bit_set_is_zero()
    {
        DnsMessage message = DnsMessage.Query(1, new DnsQuestion(Www, DnsType.A));
        message.Answers.Add(new DnsRecord(Www, DnsType.A, 0x8000_0000, new AddressData(IPAddress.Loopback)));

        Assert.True(DnsMessage.TryParse(message.ToBytes(), out DnsMessage? read));
        Assert.Equal(0u, read!.Answers[0].Ttl);
    }

    [Property(MaxTest = 1000)]
    public void Arbitrary_bytes_are_refused_or_can_be_written_again(byte[] bytes) => Check(bytes);

    [Property(MaxTest = 1000)]
    public void Arbitrary_bytes_behind_a_header_are_refused_or_can_be_written_again(byte[] bytes, byte a, byte b, byte c) =>
        Check([1, 2, 0x81, 0x80, 0, (byte)(a % 3), 0, (byte)(b % 3), 0, 0, 0, (byte)(c % 3), .. bytes]);

    [Fact]
    public void A_message_with_a_few_bytes_changed_or_cut_off_is_refused_or_can_be_written_again()
    {
        byte[] good = Full().ToBytes();
        int taken = 0;
        for (ulong seed = 0; seed < 20_000; seed++)
        {
            var random = new RandomStream(seed, "changes");
            byte[] bytes = good[..(int)(good.Length - (random.NextBoolean(0.3) ? random.NextInt64(good.Length) : 0))];
            for (int changes = (int)random.NextInt64(5); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[random.NextInt64(bytes.Length)] = (byte)random.NextUInt64();
            }

            taken += Check(bytes) ? 1 : 0;
        }

        // Otherwise the test would say nothing of what is taken.
        Assert.InRange(taken, 2_000, 18_000);
    }

    [Fact]
    public void A_message_that_is_all_pointers_is_read_in_no_time()
    {
        // 5,000 records whose names go through a ladder of 16,000 pointers.
        byte[] bytes = new byte[65_000];
        bytes[7] = 0x88;
        bytes[6] = 0x13;
        for (int at = DnsMessage.HeaderSize; at + 12 < bytes.Length; at += 2)
        {
            int target = Math.Min(at - 2, 0x3FFF);
            bytes[at] = (byte)(0xC0 | (target >> 8));
            bytes[at + 1] = (byte)target;
        }

        Assert.False(DnsMessage.TryParse(bytes, out _));
    }

    private static bool Check(byte[] bytes)
    {
        if (!DnsMessage.TryParse(bytes, out DnsMessage? message))
        {
            return false;
        }

        // What was read is what is written, though names may be pointers in other places.
        Assert.True(DnsMessage.TryParse(message!.ToBytes(), out DnsMessage? again));
        Assert.Equal(message.Questions, again!.Questions);
        Assert.Equal(message.Answers, again.Answers);
        Assert.Equal(message.Authorities, again.Authorities);
        Assert.Equal(message.Additionals, again.Additionals);
        Assert.All(message.Answers, record => Assert.Equal(record.Name, DnsName.Parse(record.Name.ToString())));
        return true;
    }

    private static (string? Name, int Next) ReadName(byte[] bytes, int at)
    {
        var reader = new DnsReader(bytes);
        Assert.True(reader.TryReadBytes(at, out _));
        return reader.TryReadName(out DnsName? name) ? (name!.ToString(), reader.Position) : (null, 0);
    }

    private static DnsMessage Full()
    {
        DnsName org = DnsName.Parse("example.org");
        var message = new DnsMessage
        {
            Id = 0xBEEF,
            IsResponse = true,
            IsAuthoritative = true,
            RecursionDesired = true,
            RecursionAvailable = true,
            Code = DnsResponseCode.NameError,
            Edns = new DnsEdns(1232, 0, true),
        };
        message.Questions.Add(new DnsQuestion(Www, DnsType.Any));
        message.Answers.AddRange(
        [
            new DnsRecord(Www, DnsType.A, 60, new AddressData(IPAddress.Parse("192.0.2.1"))),
            new DnsRecord(Www, DnsType.Aaaa, 60, new AddressData(IPAddress.Parse("2001:db8::1"))),
            new DnsRecord(Www, DnsType.Cname, 1, new NameData(DnsName.Parse("a.b.example.org"))),
            new DnsRecord(org, DnsType.Ns, 2, new NameData(DnsName.Parse("ns.example.org"))),
            new DnsRecord(DnsName.Parse("1.2.0.192.in-addr.arpa"), DnsType.Ptr, 3, new NameData(Www)),
            new DnsRecord(org, DnsType.Mx, 4, new MailData(10, DnsName.Parse("mail.example.org"))),
            new DnsRecord(Www, DnsType.Txt, 5, TextData.Of(new string('x', 300))),
            new DnsRecord(DnsName.Parse("_sip._udp.example.org"), DnsType.Srv, 6, new ServiceData(1, 2, 5060, Www)),
            new DnsRecord(Www, (DnsType)65_280, 7, new OpaqueData([1, 2, 3])),
        ]);
        message.Authorities.Add(new DnsRecord(org, DnsType.Soa, 8, new AuthorityData(DnsName.Parse("ns.example.org"), DnsName.Parse("root.example.org"), 1, 2, 3, 4, 5)));
        message.Additionals.Add(new DnsRecord(Www, DnsType.A, 60, new AddressData(IPAddress.Parse("192.0.2.2"))));
        return message;
    }
}
