namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// A congestion control of your own: derive from it and give it a name by <see cref="CongestionControls.Add"/>. Each connection has an
/// object of its own. Detecting losses, and sending again what was lost, stay TCP's part. Windows are in segments.
/// </summary>
/// <remarks>
/// It runs inside the simulation: what it does must follow from what it is told, and chance from <see cref="CongestionContext.NextRandom"/>
/// alone. An exception that it throws ends the run. docs/guides/congestion-controls.md has an example.
/// </remarks>
public abstract class CustomCongestionControl
{
    /// <summary>
    /// Whether it sets the window on every acknowledgment, in a recovery too, as BBR does. Default false: TCP brings the window down to
    /// what <see cref="OnCongestion"/> says (RFC 6937), and it grows it again.
    /// </summary>
    public virtual bool OwnsWindow => false;

    /// <summary>Whether connections ask for ECN by themselves, and the receiver tells each mark exactly (RFC 8257, section 3.2). Default false.</summary>
    public virtual bool NeedsEcn => false;

    /// <summary>The handshake is done; the first window is set.</summary>
    /// <param name="connection">The connection.</param>
    public virtual void OnEstablished(CongestionContext connection)
    {
    }

    /// <summary>Every acknowledgment of sent data: where <see cref="AcknowledgmentSample.MayGrow"/>, the place to grow the window.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="acknowledgment">What it told.</param>
    public abstract void OnAcknowledgment(CongestionContext connection, in AcknowledgmentSample acknowledgment);

    /// <summary>A congestion was found, once a round trip at most: what the window is to come down to.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="signal">What told of it.</param>
    /// <returns>Segments, 2 or more (RFC 5681, section 3.1). It becomes the slow-start threshold.</returns>
    public abstract int OnCongestion(CongestionContext connection, CongestionSignal signal);

    /// <summary>A retransmission timeout, after <see cref="OnCongestion"/>; TCP then begins at one segment.</summary>
    /// <param name="connection">The connection.</param>
    public virtual void OnTimeout(CongestionContext connection)
    {
    }

    /// <summary>A congestion turned out to be none (RFC 3522, RFC 5682): what the window is to be.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="before">The window before the reduction, in segments.</param>
    /// <returns>Segments, 1 or more. Default: the larger of the window and what it was.</returns>
    public virtual int OnUndo(CongestionContext connection, int before) => Math.Max(connection.Window, before);

    /// <summary>The first segment after a time without any in flight is sent.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="idle">How long nothing was sent.</param>
    public virtual void OnTransmitStart(CongestionContext connection, TimeSpan idle)
    {
    }
}
