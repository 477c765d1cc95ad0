namespace Wavetank.Sockets.Names.Messages;

/// <summary>Content that is not understood, and of OPT.</summary>
internal sealed record OpaqueData(byte[] Bytes) : DnsData
{
    public override void Write(DnsWriter writer) => writer.WriteBytes(Bytes);

    public bool Equals(OpaqueData? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => Bytes.Length;

    // RFC 3597 §5: the text of what is not known.
    public override string ToString() => $"\\# {Bytes.Length} {Convert.ToHexString(Bytes)}";
}
