namespace Wavetank.Sockets.Names.Messages;

/// <summary>The content of SRV (RFC 2782).</summary>
/// <param name="Priority">The least is preferred.</param>
/// <param name="Weight">The share among those of one priority.</param>
/// <param name="Port">The port that the service listens on.</param>
/// <param name="Service">The host that it runs on.</param>
internal sealed record ServiceData(ushort Priority, ushort Weight, ushort Port, DnsName Service) : DnsData
{
    public override DnsName? Target => Service;

    public override void Write(DnsWriter writer)
    {
        writer.WriteUInt16(Priority);
        writer.WriteUInt16(Weight);
        writer.WriteUInt16(Port);

        // RFC 2782, Target: the name is not compressed.
        writer.WriteBytes(Service.Wire);
    }

    public static bool TryRead(ref DnsReader reader, out DnsData? data)
    {
        data = null;
        if (!reader.TryReadUInt16(out ushort priority)
            || !reader.TryReadUInt16(out ushort weight)
            || !reader.TryReadUInt16(out ushort port)
            || !reader.TryReadName(out DnsName? service))
        {
            return false;
        }

        data = new ServiceData(priority, weight, port, service!);
        return true;
    }

    public override string ToString() => $"{Priority} {Weight} {Port} {Service}";
}
