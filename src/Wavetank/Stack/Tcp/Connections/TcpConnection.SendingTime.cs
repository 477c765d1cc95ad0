using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>What holds the sender back, beside the network, is noted for STATUS (Linux: tcp_chrono).</summary>
internal sealed partial class TcpConnection
{
    private SendingTime? _sendingTime;

    private void NoteWindowLimit(bool isLimit)
    {
        if (isLimit)
        {
            _sendingTime?.Start(SendingLimit.Window, _host.Now);
        }
        else
        {
            _sendingTime?.Stop(SendingLimit.Window, _host.Now);
        }
    }

    /// <summary>As Linux: something was just sent, the congestion window has room, nothing is left, and the program waits for room.</summary>
    private void NoteBufferLimit()
    {
        if (WriteSeq == SndNxt && Is(ConnectionFlags.WriterWaits) && !IsCwndLimited)
        {
            _sendingTime?.Start(SendingLimit.Buffer, _host.Now);
        }
    }
}
