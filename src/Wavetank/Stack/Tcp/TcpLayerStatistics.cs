namespace Wavetank.Stack.Tcp;

/// <summary>What all of a host's TCP counted.</summary>
internal sealed class TcpLayerStatistics : TcpStatistics
{
    /// <summary>SYNs that a listener answered without remembering them, and what came of that (Linux: TCPExt SyncookiesSent, Recv, Failed).</summary>
    public long SynCookiesSent;
    public long SynCookiesReceived;
    public long SynCookiesFailed;

    /// <summary>SYNs and last acknowledgments that a full listener dropped (Linux: TCPExt ListenDrops).</summary>
    public long ListenDrops;
}
