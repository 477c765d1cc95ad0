using System.Text;

namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of TXT: one or more strings of up to 255 bytes each (RFC 1035 §3.3.14).</summary>
internal sealed record TextData(IReadOnlyList<byte[]> Strings) : DnsData
{
    public const int LongestString = 255;

    /// <summary>A text of any length, cut into strings.</summary>
    public static TextData Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new TextData(bytes.Length == 0 ? [[]] : [.. bytes.Chunk(LongestString)]);
    }

    public override void Write(DnsWriter writer)
    {
        foreach (byte[] text in Strings)
        {
            writer.WriteByte((byte)text.Length);
            writer.WriteBytes(text);
        }
    }

    public static bool TryRead(ref DnsReader reader, int length, out DnsData? data)
    {
        data = null;
        int end = reader.Position + length;
        List<byte[]> strings = [];
        while (reader.Position < end)
        {
            if (!reader.TryReadByte(out byte size) || reader.Position + size > end || !reader.TryReadBytes(size, out ReadOnlySpan<byte> text))
            {
                return false;
            }

            strings.Add(text.ToArray());
        }

        // At least one string, which may be empty.
        data = strings.Count > 0 ? new TextData(strings) : null;
        return data is not null;
    }

    public bool Equals(TextData? other) =>
        other is not null && Strings.Count == other.Strings.Count && Strings.Zip(other.Strings).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    public override int GetHashCode() => Strings.Count;

    public override string ToString() => string.Join(' ', Strings.Select(text => $"\"{Encoding.UTF8.GetString(text)}\""));
}
