namespace Wavetank.Compare.Comparison;

/// <summary>Who does the work of a row.</summary>
internal enum Side
{
    /// <summary>Wavetank.</summary>
    Wavetank,

    /// <summary>ns-3, where its programs are built.</summary>
    Ns3,

    /// <summary>The platform's sockets on the operating system's loopback.</summary>
    Loopback,
}
