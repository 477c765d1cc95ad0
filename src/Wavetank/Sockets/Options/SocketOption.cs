using System.Net.Sockets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets.Options;

/// <summary>One row of the table of options: how its number is read, and how it is set.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Name">Its name.</param>
/// <param name="Get">Gives its value.</param>
/// <param name="Set">Sets it, or says what Linux says of the value; null where it cannot be set.</param>
internal sealed record SocketOption(
    SocketOptionLevel Level, SocketOptionName Name, Func<Transport, int> Get, Func<Transport, int, SocketError>? Set = null)
{
    /// <summary>The sockets that know it; null for all.</summary>
    public SocketType? OnlyFor { get; init; }

    /// <summary>The family of sockets that know it; null for both.</summary>
    public AddressFamily? OnlyOn { get; init; }
}
