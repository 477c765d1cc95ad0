namespace Wavetank.Sockets.Names.Messages;

/// <summary>A domain name as it is on the wire, uncompressed: labels, each behind its length, and the root's empty one (RFC 1035 §3.1).</summary>
internal sealed partial class DnsName : IEquatable<DnsName>
{
    // RFC 1035 §2.3.4.
    public const int LongestWire = 255;
    public const int LongestLabel = 63;

    private readonly byte[] _wire;

    private DnsName(byte[] wire) => _wire = wire;

    /// <summary>The name with no labels.</summary>
    public static DnsName Root { get; } = new([0]);

    public ReadOnlySpan<byte> Wire => _wire;

    public bool IsRoot => _wire.Length == 1;

    /// <summary>The name without its first label; the root's is the root.</summary>
    public DnsName Parent => IsRoot ? this : new DnsName(_wire[(1 + _wire[0])..]);

    /// <summary>From bytes that are known to be a name.</summary>
    public static DnsName FromWire(ReadOnlySpan<byte> wire) => wire.Length == 1 ? Root : new DnsName(wire.ToArray());

    /// <summary>Whether the name is another one or stands below it.</summary>
    public bool IsWithin(DnsName ancestor)
    {
        int at = 0;
        while (_wire.Length - at > ancestor._wire.Length)
        {
            at += 1 + _wire[at];
        }

        return AreEqual(_wire.AsSpan(at), ancestor._wire);
    }

    // RFC 4343 §3: names compare without the case of ASCII letters. The lengths of labels, up to 63, are no letters.
    public bool Equals(DnsName? other) => other is not null && AreEqual(_wire, other._wire);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode()
    {
        // FNV-1a; a value of its own, so that no order can depend on the process.
        uint hash = 2166136261;
        foreach (byte value in _wire)
        {
            hash = (hash ^ Lower(value)) * 16777619;
        }

        return (int)hash;
    }

    private static bool AreEqual(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (first.Length != second.Length)
        {
            return false;
        }

        for (int i = 0; i < first.Length; i++)
        {
            if (Lower(first[i]) != Lower(second[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
}
