using System.ComponentModel;

namespace Wavetank.Sockets;

/// <summary>What came of an echo request, shaped like <c>System.Net.NetworkInformation.PingCompletedEventArgs</c>.</summary>
public class PingCompletedEventArgs : AsyncCompletedEventArgs
{
    internal PingCompletedEventArgs(PingReply? reply, Exception? error, bool cancelled, object? userToken)
        : base(error, cancelled, userToken) => Reply = reply;

    /// <summary>The reply; null where the request was taken back or could not be sent.</summary>
    public PingReply? Reply { get; }
}
