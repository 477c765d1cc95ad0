using System.Net.Sockets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The user calls: OPEN, SEND, RECEIVE, CLOSE, ABORT (RFC 9293 §3.10.1 to §3.10.5).</summary>
internal sealed partial class TcpConnection
{
    /// <summary>Whether both ends' SYN are acknowledged and the connection is not gone.</summary>
    public bool IsConnected => State is not (TcpState.Closed or TcpState.SynSent) && !IsHalfOpen;

    /// <summary>Whether the peer's SYN came, and ours is not acknowledged.</summary>
    private bool IsHalfOpen => State == TcpState.SynReceived || Is(ConnectionFlags.ClosedHalfOpen);

    /// <summary>Whether bytes may be given to <see cref="Send"/>: not after a shutdown, nor once the connection is gone.</summary>
    public bool CanSend => State is TcpState.SynSent or TcpState.SynReceived or TcpState.Established or TcpState.CloseWait
        && !Is(ConnectionFlags.FinQueued);

    /// <summary>Bytes that the send buffer takes now.</summary>
    public int SendSpace => Math.Max(0, SendBufferLimit - _sendBuffer.Length);

    /// <summary>Bytes in the send buffer: not yet acknowledged, sent or not.</summary>
    public int Queued => _sendBuffer.Length;

    /// <summary>Bytes in the send buffer that were never sent.</summary>
    public int Unsent => Is(ConnectionFlags.FinSent) || State == TcpState.Closed ? 0 : (int)(WriteSeq - SndNxt);

    /// <summary>Bytes that can be read.</summary>
    public int Available => _receiveBuffer.Length;

    /// <summary>Whether nothing more will come than what can be read.</summary>
    public bool NoMoreComes => Is(ConnectionFlags.FinReceived | ConnectionFlags.ReceiveShut) || State == TcpState.Closed;

    /// <summary>Whether all has been read and nothing more will come.</summary>
    public bool EndOfStream => _receiveBuffer.Length == 0 && NoMoreComes;

    /// <summary>
    /// Twice the congestion window, and never less than before: in a recovery, when the window is small, the writer must stay ahead
    /// of it (Linux: tcp_sndbuf_expand only expands).
    /// </summary>
    private int SendBufferLimit => Settings.SendBufferSize > 0
        ? Settings.SendBufferSize
        : _tunedSendBuffer = (int)Math.Clamp((long)Cwnd * SendMss * 2, _tunedSendBuffer, TcpDefaults.MaximumSendBuffer);

    private int _tunedSendBuffer = TcpDefaults.InitialSendBuffer;

    /// <summary>Gives bytes to send (RFC 9293 §3.10.2). The caller looks at <see cref="CanSend"/> and <see cref="Error"/> first.</summary>
    /// <returns>How many were taken; 0 means that the buffer is full, and OnWritable will follow.</returns>
    public int Send(ReadOnlySpan<byte> data)
    {
        int length = Math.Min(data.Length, SendSpace);
        if (length < data.Length)
        {
            Set(ConnectionFlags.WriterWaits);
        }

        if (length == 0)
        {
            return 0;
        }

        // Linux: tcp_rate_check_app_limited at each send, so that a pause since the last one is known.
        CheckApplicationLimited();
        _sendBuffer.Append(data[..length]);
        (_sendingTime ??= new SendingTime()).Start(SendingLimit.Busy, _host.Now);
        if (!Settings.IsContentRandom)
        {
            _host.AddToDigest(data[..length]);
        }

        WriteSeq += (uint)length;
        if (State is TcpState.Established or TcpState.CloseWait)
        {
            Output();
            UpdateTimers();
        }

        return length;
    }

    /// <summary>Sends what Nagle's algorithm held, once <see cref="TcpSettings.NoDelay"/> is set, as on Linux (tcp(7)).</summary>
    public void NoDelayChanged()
    {
        if (Settings.NoDelay && IsConnected && HasUnsent)
        {
            Output();
            UpdateTimers();
        }
    }

    /// <summary>Takes received bytes (RFC 9293 §3.10.3).</summary>
    /// <returns>How many; with 0, <see cref="EndOfStream"/> tells whether more can come.</returns>
    public int Receive(Span<byte> buffer, bool peek = false)
    {
        int length = _receiveBuffer.Read(buffer, peek);
        if (length > 0 && !peek && State != TcpState.Closed)
        {
            AfterRead(length);
            UpdateTimers();
        }

        return length;
    }

    /// <summary>Half-closes: a FIN follows the last byte given so far.</summary>
    public void ShutdownSend()
    {
        if (Is(ConnectionFlags.FinQueued) || State == TcpState.Closed)
        {
            return;
        }

        switch (State)
        {
            case TcpState.SynReceived when WriteSeq == SndNxt:
                // RFC 9293 §3.10.4, SYN-RECEIVED: nothing was given and nothing waits, so that the FIN goes at once.
                Set(ConnectionFlags.ClosedHalfOpen);
                State = TcpState.FinWait1;
                break;
            case TcpState.SynSent:
            case TcpState.SynReceived:
                // RFC 9293 §3.10.4: behind data the FIN waits until the connection is there.
                Set(ConnectionFlags.FinQueued);
                return;
            case TcpState.Established:
                State = TcpState.FinWait1;
                break;
            case TcpState.CloseWait:
                State = TcpState.LastAck;
                break;
            default:
                return;
        }

        Set(ConnectionFlags.FinQueued);
        Output();
        UpdateTimers();
    }

    /// <summary>Reads no more. What arrives is still acknowledged, as on Linux.</summary>
    public void ShutdownReceive() => Set(ConnectionFlags.ReceiveShut);

    /// <summary>
    /// Closes: what was sent is still delivered. With unread bytes, or a linger time of zero, the peer gets a RST instead.
    /// The connection belongs to nobody afterwards.
    /// </summary>
    public void Close()
    {
        User = null;
        Set(ConnectionFlags.ReceiveShut | ConnectionFlags.Orphaned);
        if (State is TcpState.Closed or TcpState.TimeWait)
        {
            ReleaseBuffers();
            return;
        }

        // RFC 9293 §3.6.1, MAY-1 and SHLD-3, and RFC 2525 §2.17: bytes that nobody will read are a reason for a RST.
        bool unread = _receiveBuffer.Length > 0;
        _receiveBuffer.Clear();
        _reassembly?.Clear();
        if (State == TcpState.SynSent)
        {
            Terminate(SocketError.Success);
        }
        else if (unread || Settings.LingerState is { Enabled: true, LingerTime: 0 })
        {
            Abort();
        }
        else
        {
            ShutdownSend();
            if (State == TcpState.FinWait2)
            {
                StartFinWait2();
                UpdateTimers();
            }
        }
    }

    /// <summary>Ends the connection at once, with a RST where the peer knows of it (RFC 9293 §3.10.5).</summary>
    public void Abort()
    {
        User = null;
        Set(ConnectionFlags.Orphaned);
        if (State is TcpState.SynReceived or TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait)
        {
            SendReset(SndNxt);
        }

        Terminate(SocketError.Success);
    }

    /// <summary>Opens actively (RFC 9293 §3.10.1).</summary>
    /// <param name="old">A connection of the same ends in TIME-WAIT, which has given way.</param>
    internal void Open(TcpConnection? old)
    {
        ChooseInitialSequence(old?.SuccessorSequence);
        _tsRecent = old?._tsRecent ?? 0;
        _openedAt = _host.Now;
        InitializeMss();
        State = TcpState.SynSent;
        SendSyn();
        UpdateTimers();
    }

    /// <summary>Ends the connection: it leaves its layer, and its user is told of an error.</summary>
    internal void Terminate(SocketError error)
    {
        if (Is(ConnectionFlags.Gone))
        {
            return;
        }

        Set(ConnectionFlags.Gone);
        State = TcpState.Closed;
        Error = error;
        _sendingTime?.End(_host.Now);
        _sendBuffer.Clear();
        _sent.Clear();
        _reassembly?.Clear();
        if (Is(ConnectionFlags.Orphaned))
        {
            ReleaseBuffers();
        }

        StopTimers();
        if (error != SocketError.Success)
        {
            Set(ConnectionFlags.TellFailed);
        }

        Listener?.Forget(this);
        Binding?.Release();
        _layer.Remove(this);
    }

    private void ReleaseBuffers()
    {
        _sendBuffer.Clear();
        _receiveBuffer.Clear();
        _reassembly?.Clear();
    }

    /// <summary>Makes the calls that fell due, as the last thing that is done for a segment or a timer.</summary>
    internal void TellUser()
    {
        if ((_flags & ConnectionFlags.TellAny) == 0)
        {
            return;
        }

        ConnectionFlags tell = _flags;
        Reset(ConnectionFlags.TellAny);
        if ((tell & ConnectionFlags.TellConnected) != 0)
        {
            Listener?.TellAcceptable();
            User?.OnConnected();
        }

        if ((tell & ConnectionFlags.TellReadable) != 0)
        {
            User?.OnReadable();
        }

        if ((tell & ConnectionFlags.TellWritable) != 0)
        {
            User?.OnWritable();
        }

        if ((tell & ConnectionFlags.TellFailed) != 0)
        {
            User?.OnFailed(Error);
        }
    }
}
