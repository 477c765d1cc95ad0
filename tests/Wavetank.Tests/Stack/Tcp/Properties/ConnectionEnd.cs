using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>The program at one end: writes a known stream, reads and compares the other's, and ends as planned.</summary>
internal sealed class ConnectionEnd : ITcpUser
{
    private readonly Network _network;
    private readonly EndPlan _plan;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private TcpConnection? _connection;
    private bool _mayRead;
    private bool _isPastEnd;

    public ConnectionEnd(Network network, EndPlan plan)
    {
        _network = network;
        _plan = plan;
        if (plan.Ending != Ending.AllWritten)
        {
            network.At(TimeSpan.FromMilliseconds(plan.EndAt), End);
        }
    }

    public long Written { get; private set; }

    public long Read { get; private set; }

    public bool IsIntact { get; private set; } = true;

    /// <summary>Whether the end of the stream was read.</summary>
    public bool Ended { get; private set; }

    public bool IsClosed { get; private set; }

    public SocketError Error { get; private set; }

    /// <summary>Whether it closed, and its last bytes were then not acknowledged for as long as an orphan tries (Linux: 102 s).</summary>
    public bool GaveUp => IsClosed && _connection!.Error == SocketError.TimedOut;

    public void Use(TcpConnection connection)
    {
        _connection = connection;
        connection.User = this;
        After(TimeSpan.FromMilliseconds(_plan.ReadFrom), () =>
        {
            _mayRead = true;
            Work();
        });
        if (_isPastEnd)
        {
            End();
        }

        Work();
    }

    public void OnConnected() => Work();

    public void OnReadable() => Work();

    public void OnWritable() => Work();

    public void OnFailed(SocketError error) => Error = error;

    private void Work()
    {
        if (IsClosed || _connection is not { } connection)
        {
            return;
        }

        Write(connection);
        if (_mayRead)
        {
            ReadAll(connection);
        }

        if (Ended && IsWritten)
        {
            // As a program would: a connection's calls are no place to close it.
            After(TimeSpan.Zero, Close);
        }
    }

    private bool IsWritten => Written == _plan.Bytes || (_isPastEnd && _plan.Ending == Ending.HalfClose);

    private void Write(TcpConnection connection)
    {
        while (!IsWritten && connection.CanSend)
        {
            Span<byte> part = _buffer.AsSpan(0, (int)Math.Min(_buffer.Length, _plan.Bytes - Written));
            StreamTransfer.Fill(part, Written);
            int taken = connection.Send(part);
            Written += taken;
            if (taken < part.Length)
            {
                return;
            }
        }

        if (IsWritten)
        {
            connection.ShutdownSend();
        }
    }

    private void ReadAll(TcpConnection connection)
    {
        Span<byte> expected = stackalloc byte[4096];
        Span<byte> actual = stackalloc byte[4096];
        while (connection.Receive(actual) is var count and > 0)
        {
            StreamTransfer.Fill(expected[..count], Read);
            IsIntact &= actual[..count].SequenceEqual(expected[..count]);
            Read += count;
        }

        Ended |= connection.EndOfStream;
    }

    private void End()
    {
        _isPastEnd = true;
        if (_connection is not { } connection || IsClosed)
        {
            return;
        }

        switch (_plan.Ending)
        {
            case Ending.HalfClose:
                Work();
                break;
            case Ending.Close:
                Close();
                break;
            case Ending.LingerZero:
                connection.Settings.LingerState = new LingerOption(true, 0);
                Close();
                break;
            default:
                IsClosed = true;
                connection.Abort();
                break;
        }
    }

    private void Close()
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _connection!.Close();
        }
    }

    /// <summary>A tick later at the soonest, because a time span knows no parts of one.</summary>
    private void After(TimeSpan delay, Action action) => _network.At(_network.Now - SimulationTime.Zero + delay + TimeSpan.FromTicks(1), action);
}
