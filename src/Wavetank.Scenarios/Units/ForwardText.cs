namespace Wavetank.Scenarios.Units;

/// <summary>A port of a translator that leads inside. Written <c>tcp 8080 to server:80</c>.</summary>
/// <param name="IsTcp">Whether it is one of TCP; otherwise of UDP.</param>
/// <param name="Port">The port outside.</param>
/// <param name="To">The host and port inside.</param>
public sealed record ForwardText(bool IsTcp, int Port, Destination To)
{
    /// <summary>The way it is written.</summary>
    public override string ToString() => $"{(IsTcp ? "tcp" : "udp")} {Port} to {To}";
}
