namespace Wavetank.Sockets.Names.Messages;

internal sealed partial class DnsMessage
{
    /// <summary>Reads a message. False where the bytes are none from the first to the last.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out DnsMessage? message)
    {
        var reader = new DnsReader(bytes);
        bool isRead = TryParseHeader(ref reader, out message, out Counts counts)
            && message!.TryReadQuestions(ref reader, counts.Questions)
            && TryReadRecords(ref reader, counts.Answers, message.Answers)
            && TryReadRecords(ref reader, counts.Authorities, message.Authorities)
            && TryReadRecords(ref reader, counts.Additionals, message.Additionals)
            && message.TryTakeEdns()
            && reader.Remaining == 0;
        message = isRead ? message : null;
        return isRead;
    }

    /// <summary>Reads the header alone, for an answer to a query whose rest cannot be read.</summary>
    public static bool TryParseHeader(ReadOnlySpan<byte> bytes, out DnsMessage? message)
    {
        var reader = new DnsReader(bytes);
        return TryParseHeader(ref reader, out message, out _);
    }

    private static bool TryParseHeader(ref DnsReader reader, out DnsMessage? message, out Counts counts)
    {
        message = null;
        counts = default;
        if (!reader.TryReadUInt16(out ushort id)
            || !reader.TryReadUInt16(out ushort flags)
            || !reader.TryReadUInt16(out ushort questions)
            || !reader.TryReadUInt16(out ushort answers)
            || !reader.TryReadUInt16(out ushort authorities)
            || !reader.TryReadUInt16(out ushort additionals))
        {
            return false;
        }

        counts = new Counts(questions, answers, authorities, additionals);
        message = new DnsMessage
        {
            Id = id,
            IsResponse = (flags & ResponseBit) != 0,
            OpCode = (byte)((flags >> OpCodeShift) & OpCodeMask),
            IsAuthoritative = (flags & AuthoritativeBit) != 0,
            IsTruncated = (flags & TruncatedBit) != 0,
            RecursionDesired = (flags & RecursionDesiredBit) != 0,
            RecursionAvailable = (flags & RecursionAvailableBit) != 0,
            Code = (DnsResponseCode)(flags & CodeMask),
        };
        return true;
    }

    private static bool TryReadRecords(ref DnsReader reader, int count, List<DnsRecord> records)
    {
        for (int i = 0; i < count; i++)
        {
            if (!DnsRecord.TryRead(ref reader, out DnsRecord? record))
            {
                return false;
            }

            records.Add(record!);
        }

        return true;
    }

    private bool TryReadQuestions(ref DnsReader reader, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!reader.TryReadName(out DnsName? name) || !reader.TryReadUInt16(out ushort type) || !reader.TryReadUInt16(out ushort questionClass))
            {
                return false;
            }

            Questions.Add(new DnsQuestion(name!, (DnsType)type, questionClass));
        }

        return true;
    }

    private bool TryTakeEdns()
    {
        int index = Additionals.FindIndex(record => record.Type == DnsType.Opt);
        if (index < 0)
        {
            return true;
        }

        DnsRecord record = Additionals[index];
        Additionals.RemoveAt(index);
        Edns = DnsEdns.From(record);
        Code = (DnsResponseCode)((int)Code | DnsEdns.ExtendedCode(record));

        // RFC 6891 §6.1.1: one OPT at most, and its name is the root.
        return record.Name.IsRoot && !Additionals.Exists(other => other.Type == DnsType.Opt);
    }

    private readonly record struct Counts(int Questions, int Answers, int Authorities, int Additionals);
}
