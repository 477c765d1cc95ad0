using Wavetank.Engine;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>Who looks at the connections of a network's hosts; nobody by default. To be set before the hosts first use TCP.</summary>
internal sealed class TcpObservers
{
    /// <summary>Checks every segment and every connection.</summary>
    public TcpInvariants? Invariants { get; private set; }

    /// <summary>Compares what is read with what was written.</summary>
    public StreamInvariants? Streams { get; private set; }

    /// <summary>Samples connections.</summary>
    public TcpSampler? Sampler { get; set; }

    /// <summary>Begins to check.</summary>
    public void Check(InvariantMonitor monitor)
    {
        Invariants = new TcpInvariants(monitor);
        Streams = new StreamInvariants(monitor);
    }
}
