using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>Stands between TCP and a congestion control from outside, so that those that are built in pay nothing for it.</summary>
internal sealed class CustomCongestionAdapter(string name, CustomCongestionControl control) : CongestionControl
{
    private readonly bool _ownsWindow = control.OwnsWindow;
    private readonly bool _needsEcn = control.NeedsEcn;
    private CongestionContext? _context;
    private uint _lastUna;
    private uint _roundEnd;
    private AcknowledgmentSample _sample;

    public override string Name => name;

    public override bool ControlsWindow => _ownsWindow;

    public override bool NeedsEcn => _needsEcn;

    public override long PacingRate => _context?.PacingRate ?? 0;

    public override void OnEstablished(TcpConnection connection)
    {
        _lastUna = connection.SndUna;
        _roundEnd = connection.SndNxt;
        control.OnEstablished(Of(connection));
    }

    public override void OnRtt(TcpConnection connection, long rtt) => _sample = _sample with { Rtt = Ticks(rtt) };

    public override void OnDelivered(TcpConnection connection, int delivered, bool echo)
    {
        bool advanced = connection.SndUna != _lastUna;
        _sample = new AcknowledgmentSample
        {
            Delivered = delivered,
            Rtt = _sample.Rtt,
            EchoesMark = echo,
            RoundStarted = CountRound(connection),
            MayGrow = advanced && !connection.InWindowReduction,
        };

        // Where the window may grow, OnAck comes, by then with the delivery rate of this acknowledgment.
        if (!_sample.MayGrow)
        {
            Tell(connection);
        }
    }

    public override void OnAck(TcpConnection connection, int delivered)
    {
        if (_sample.MayGrow)
        {
            Tell(connection);
        }
    }

    public override void OnSample(TcpConnection connection, in AckContext sample)
    {
        _sample = new AcknowledgmentSample
        {
            Delivered = sample.Delivered,
            Lost = sample.Lost,
            Rtt = Ticks(sample.Rtt),
            EchoesMark = sample.Has(AckFacts.EcnEcho),
            MayGrow = sample.Has(AckFacts.Advanced) && !connection.InWindowReduction,
            RoundStarted = CountRound(connection),
        };
        Tell(connection);
    }

    public override int SlowStartThreshold(TcpConnection connection)
    {
        int threshold = control.OnCongestion(Of(connection), connection.LostOut > 0 ? CongestionSignal.Loss : CongestionSignal.Mark);
        return threshold >= 2 ? threshold : throw Wrong(nameof(control.OnCongestion), threshold, 2);
    }

    public override int UndoWindow(TcpConnection connection, int priorWindow)
    {
        int window = control.OnUndo(Of(connection), priorWindow);
        return window >= 1 ? window : throw Wrong(nameof(control.OnUndo), window, 1);
    }

    public override void OnLoss(TcpConnection connection) => control.OnTimeout(Of(connection));

    public override void OnTransmitStart(TcpConnection connection, long idle) => control.OnTransmitStart(Of(connection), Ticks(idle));

    private static TimeSpan Ticks(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    private void Tell(TcpConnection connection)
    {
        AcknowledgmentSample sample = _sample;
        _sample = default;
        control.OnAcknowledgment(Of(connection), in sample);
    }

    private bool CountRound(TcpConnection connection)
    {
        _lastUna = connection.SndUna;
        if (!SequenceNumber.AtOrAfter(connection.SndUna, _roundEnd))
        {
            return false;
        }

        _roundEnd = connection.SndNxt;
        Of(connection).Round++;
        return true;
    }

    private CongestionContext Of(TcpConnection connection) => _context ??= new CongestionContext(connection);

    private InvalidOperationException Wrong(string method, int segments, int least) =>
        new($"Congestion control '{name}': {method} returned {segments} segments; {least} or more is right.");
}
