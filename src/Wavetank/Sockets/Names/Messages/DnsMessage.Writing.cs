namespace Wavetank.Sockets.Names.Messages;

internal sealed partial class DnsMessage
{
    private const int ResponseBit = 0x8000;
    private const int OpCodeShift = 11;
    private const int OpCodeMask = 0xF;
    private const int AuthoritativeBit = 0x400;
    private const int TruncatedBit = 0x200;
    private const int RecursionDesiredBit = 0x100;
    private const int RecursionAvailableBit = 0x80;
    private const int CodeMask = 0xF;

    /// <summary>The message as bytes, cut so that it fits.</summary>
    /// <param name="limit">The most bytes.</param>
    public byte[] ToBytes(int limit = LargestSize)
    {
        byte[] whole = Write(Answers, Authorities, Additionals, IsTruncated);
        if (whole.Length <= limit)
        {
            return whole;
        }

        // RFC 2181 §9: TC is not set because extra information had no place; that is left out.
        byte[] withoutExtras = Write(Answers, Authorities, [], IsTruncated);

        // Nor is half an answer sent: whoever sees TC asks again over TCP and takes nothing of this.
        return withoutExtras.Length <= limit ? withoutExtras : Write([], [], [], isTruncated: true);
    }

    private byte[] Write(List<DnsRecord> answers, List<DnsRecord> authorities, List<DnsRecord> additionals, bool isTruncated)
    {
        var writer = new DnsWriter();
        writer.WriteUInt16(Id);
        writer.WriteUInt16((ushort)(
            (IsResponse ? ResponseBit : 0)
            | ((OpCode & OpCodeMask) << OpCodeShift)
            | (IsAuthoritative ? AuthoritativeBit : 0)
            | (isTruncated ? TruncatedBit : 0)
            | (RecursionDesired ? RecursionDesiredBit : 0)
            | (RecursionAvailable ? RecursionAvailableBit : 0)
            | ((int)Code & CodeMask)));
        writer.WriteUInt16((ushort)Questions.Count);
        writer.WriteUInt16((ushort)answers.Count);
        writer.WriteUInt16((ushort)authorities.Count);
        writer.WriteUInt16((ushort)(additionals.Count + (Edns is null ? 0 : 1)));
        foreach (DnsQuestion question in Questions)
        {
            writer.WriteName(question.Name);
            writer.WriteUInt16((ushort)question.Type);
            writer.WriteUInt16(question.Class);
        }

        answers.ForEach(record => record.Write(writer));
        authorities.ForEach(record => record.Write(writer));
        additionals.ForEach(record => record.Write(writer));
        Edns?.ToRecord(Code).Write(writer);
        return writer.Written.ToArray();
    }
}
