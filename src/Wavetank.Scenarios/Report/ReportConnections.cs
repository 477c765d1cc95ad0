using Wavetank.Devices;
using Wavetank.Recording.Connections;

namespace Wavetank.Scenarios.Report;

/// <summary>
/// Joins the two ends of each connection. They are known by their initial sequence numbers: addresses are others on either side of a
/// translator.
/// </summary>
internal sealed class ReportConnections
{
    /// <summary>The most on one page.</summary>
    private const int MostConnections = 1000;

    private readonly Dictionary<RecordedConnection, int> _indexes = [];

    private ReportConnections(IReadOnlyList<ReportConnection> all, long forgotten)
    {
        All = all;
        Shown = [.. all.Take(MostConnections)];
        Omitted = all.Count - Shown.Count + forgotten;
        for (int i = 0; i < Shown.Count; i++)
        {
            if (Shown[i].Recorded is { } recorded)
                _indexes[recorded] = i;
        }
    }

    /// <summary>The connections, in the order in which they began as far as that is known.</summary>
    internal IReadOnlyList<ReportConnection> All { get; }

    /// <summary>The first of them: those on the page.</summary>
    internal IReadOnlyList<ReportConnection> Shown { get; }

    /// <summary>How many are not on the page.</summary>
    internal long Omitted { get; }

    /// <summary>The place of a connection among those shown; -1 where it is not there.</summary>
    internal int IndexOf(RecordedConnection? recorded) => recorded is not null && _indexes.TryGetValue(recorded, out int index) ? index : -1;

    internal static ReportConnections Of(RunRecording recording)
    {
        Dictionary<(uint Iss, uint Irs), TcpFlow> waiting = [];
        Dictionary<(uint Opener, uint? Peer), RecordedConnection> recorded = [];
        Dictionary<RecordedConnection, int> order = [];
        foreach (RecordedConnection connection in recording.Connections.Connections)
        {
            order.Add(connection, order.Count);
            recorded[(connection.OpenersInitialSequence, connection.PeersInitialSequence)] = connection;
        }

        var pairs = new List<ReportConnection>();
        IReadOnlyList<TcpFlow> flows = recording.Built.Network.TcpFlows;
        foreach (TcpFlow flow in flows)
        {
            (uint iss, uint irs) = SequencesOf(flow);
            if (waiting.Remove((irs, iss), out TcpFlow? other))
                pairs.Add(Pair(other, flow, recorded));
            else
                waiting[(iss, irs)] = flow;
        }

        // Ends whose other end is not there: a connection that was refused, or one whose other end is forgotten.
        pairs.AddRange(flows.Where(flow => waiting.GetValueOrDefault(SequencesOf(flow)) == flow).Select(flow => new ReportConnection(flow, null, Find(recorded, flow) ?? FindReversed(recorded, flow))));
        return new ReportConnections(
            [.. pairs.OrderBy(pair => pair.Recorded is null ? int.MaxValue : order[pair.Recorded])],
            recording.Built.Network.ForgottenTcpFlows / 2);
    }

    private static (uint Iss, uint Irs) SequencesOf(TcpFlow flow) => (flow.Info.InitialSendSequence, flow.Info.InitialReceiveSequence);

    private static ReportConnection Pair(TcpFlow one, TcpFlow other, Dictionary<(uint, uint?), RecordedConnection> recorded) =>
        Find(recorded, one) is { } byOne ? new ReportConnection(one, other, byOne)
        : Find(recorded, other) is { } byOther ? new ReportConnection(other, one, byOther)
        : new ReportConnection(one, other, null);

    private static RecordedConnection? Find(Dictionary<(uint, uint?), RecordedConnection> recorded, TcpFlow opener) =>
        recorded.GetValueOrDefault((opener.Info.InitialSendSequence, opener.Info.InitialReceiveSequence))
        ?? recorded.GetValueOrDefault((opener.Info.InitialSendSequence, null));

    private static RecordedConnection? FindReversed(Dictionary<(uint, uint?), RecordedConnection> recorded, TcpFlow flow) =>
        recorded.GetValueOrDefault((flow.Info.InitialReceiveSequence, flow.Info.InitialSendSequence));
}
