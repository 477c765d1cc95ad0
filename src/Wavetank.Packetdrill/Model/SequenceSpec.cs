namespace Wavetank.Packetdrill.Model;

/// <summary>Sequence numbers and payload of a segment, as in <c>1:1001(1000)</c>.</summary>
internal readonly record struct SequenceSpec(uint Start, int Length)
{
    public override string ToString() => $"{Start}:{Start + (uint)Length}({Length})";
}
