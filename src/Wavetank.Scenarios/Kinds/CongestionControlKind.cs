namespace Wavetank.Scenarios.Kinds;

/// <summary>A congestion control that TCP may use.</summary>
public sealed class CongestionControlKind : Kind
{
    internal CongestionControlKind(string name, string summary)
        : base(name, summary)
    {
    }
}
