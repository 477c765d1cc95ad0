namespace Wavetank.Packetdrill.Model;

/// <summary>One TCP option as a script writes it.</summary>
internal abstract record TcpOptionSpec
{
    private TcpOptionSpec()
    {
    }

    internal sealed record NoOperation : TcpOptionSpec
    {
        public override string ToString() => "nop";
    }

    internal sealed record EndOfList : TcpOptionSpec
    {
        public override string ToString() => "eol";
    }

    internal sealed record MaximumSegmentSize(ushort Value) : TcpOptionSpec
    {
        public override string ToString() => $"mss {Value}";
    }

    internal sealed record WindowScale(byte Shift) : TcpOptionSpec
    {
        public override string ToString() => $"wscale {Shift}";
    }

    internal sealed record SackPermitted : TcpOptionSpec
    {
        public override string ToString() => "sackOK";
    }

    internal sealed record Sack(IReadOnlyList<(uint Left, uint Right)> Blocks) : TcpOptionSpec
    {
        public bool Equals(Sack? other) => other is not null && Blocks.SequenceEqual(other.Blocks);

        public override int GetHashCode() => Blocks.Count;

        public override string ToString() => "sack " + string.Join(' ', Blocks.Select(block => $"{block.Left}:{block.Right}"));
    }

    internal sealed record Timestamps(uint Value, uint Echo) : TcpOptionSpec
    {
        public override string ToString() => $"TS val {Value} ecr {Echo}";
    }
}
