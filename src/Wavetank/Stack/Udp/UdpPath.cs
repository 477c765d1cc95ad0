using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Stack.Udp;

/// <summary>How datagrams reach one other host, as long as the host's routes and addresses stay as they were.</summary>
/// <param name="Destination">The other host's address.</param>
/// <param name="Source">The address that they carry.</param>
/// <param name="Hop">The way; null where nothing is known.</param>
/// <param name="Version">The version of the routes.</param>
internal readonly record struct UdpPath(Address Destination, Address Source, NextHop? Hop, int Version);
