namespace Wavetank.Devices;

/// <summary>Ports from one to another.</summary>
/// <param name="First">The first, 0 to 65535.</param>
/// <param name="Last">The last, not before the first.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>All ports.</summary>
    public static PortRange All => new(0, ushort.MaxValue);

    /// <summary>One port.</summary>
    /// <param name="port">0 to 65535.</param>
    public static PortRange Of(int port) => new(port, port);

    /// <summary>Whether a port is among them.</summary>
    /// <param name="port">A port.</param>
    public bool Contains(int port) => port >= First && port <= Last;

    /// <summary>Such as <c>80</c> or <c>5000-5100</c>.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}
