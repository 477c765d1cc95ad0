using System.Net.Sockets;

namespace Wavetank.Devices;

/// <summary>A port of a translator's outside address that always leads to a host inside.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Port">The port outside, 1 to 65535.</param>
/// <param name="Host">The name of the host inside.</param>
/// <param name="HostPort">The port there, 1 to 65535.</param>
public sealed record PortForward(ProtocolType Protocol, int Port, string Host, int HostPort);
