using Wavetank.Devices;
using Wavetank.Recording.Connections;

namespace Wavetank.Scenarios.Report;

/// <summary>A TCP connection of a report: what its two ends say of it, and what was recorded of its segments.</summary>
/// <param name="First">The end that opened it, where that is known.</param>
/// <param name="Second">The other end; null where it never sent, or is forgotten.</param>
/// <param name="Recorded">Its segments; null where it was not followed.</param>
internal sealed record ReportConnection(TcpFlow First, TcpFlow? Second, RecordedConnection? Recorded)
{
    /// <summary>Whether an end of it is the one that opened it; null where that is not known.</summary>
    internal bool? IsOpener(TcpFlow end) => Recorded is null ? null : end.Info.InitialSendSequence == Recorded.OpenersInitialSequence;
}
