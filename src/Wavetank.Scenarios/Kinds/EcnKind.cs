using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Kinds;

/// <summary>What a host does about explicit congestion notification.</summary>
public sealed class EcnKind : Kind
{
    internal EcnKind(string name, string summary, EcnMode mode)
        : base(name, summary)
    {
        Mode = mode;
    }

    internal EcnMode Mode { get; }
}
