using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>What is left of a connection that is gone.</summary>
/// <param name="Host">The host whose end it was.</param>
/// <param name="Local">That end.</param>
/// <param name="Remote">The other end.</param>
/// <param name="Info">Its figures as they were last.</param>
/// <param name="Series">Its samples, where connections are sampled.</param>
internal sealed record EndedConnection(string Host, TransportAddress Local, TransportAddress Remote, TcpInfo Info, TcpSeries? Series);
