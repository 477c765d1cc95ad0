namespace Wavetank.Sockets.Names.Messages;

/// <summary>A query or a response (RFC 1035 §4.1).</summary>
internal sealed partial class DnsMessage
{
    /// <summary>The largest message over UDP without EDNS (RFC 1035 §2.3.4).</summary>
    public const int PlainUdpSize = 512;

    /// <summary>The largest message over TCP, by its length field.</summary>
    public const int LargestSize = ushort.MaxValue;

    public const int HeaderSize = 12;

    public ushort Id { get; set; }

    public bool IsResponse { get; set; }

    /// <summary>0 is a query.</summary>
    public byte OpCode { get; set; }

    public bool IsAuthoritative { get; set; }

    /// <summary>Whether there is more than fits, so that one asks again over TCP.</summary>
    public bool IsTruncated { get; set; }

    public bool RecursionDesired { get; set; }

    public bool RecursionAvailable { get; set; }

    public DnsResponseCode Code { get; set; }

    /// <summary>What EDNS says, or null where the sender does not speak it.</summary>
    public DnsEdns? Edns { get; set; }

    public List<DnsQuestion> Questions { get; } = [];

    public List<DnsRecord> Answers { get; } = [];

    public List<DnsRecord> Authorities { get; } = [];

    /// <summary>Without the record of EDNS.</summary>
    public List<DnsRecord> Additionals { get; } = [];

    /// <summary>A query as a stub resolver sends it.</summary>
    public static DnsMessage Query(ushort id, DnsQuestion question, DnsEdns? edns = null) =>
        new() { Id = id, RecursionDesired = true, Questions = { question }, Edns = edns };

    /// <summary>Whether this answers a query: its number, and its question (RFC 5452 §9.1).</summary>
    public bool IsResponseTo(DnsMessage query) => IsResponse && Id == query.Id && Questions.SequenceEqual(query.Questions);
}
