using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>A connected stream socket as a <see cref="Stream"/>, shaped like <c>System.Net.Sockets.NetworkStream</c>.</summary>
public partial class NetworkStream : Stream
{
    private readonly bool _ownsSocket;
    private bool _disposed;
    private int _closeTimeout = -1;

    /// <summary>Makes a stream that leaves its socket open when it is closed.</summary>
    /// <param name="socket">A connected stream socket that blocks.</param>
    public NetworkStream(Socket socket)
        : this(socket, FileAccess.ReadWrite, ownsSocket: false)
    {
    }

    /// <summary>Makes a stream.</summary>
    /// <param name="socket">A connected stream socket that blocks.</param>
    /// <param name="ownsSocket">Whether closing the stream closes the socket.</param>
    public NetworkStream(Socket socket, bool ownsSocket)
        : this(socket, FileAccess.ReadWrite, ownsSocket)
    {
    }

    /// <summary>Makes a stream that leaves its socket open when it is closed.</summary>
    /// <param name="socket">A connected stream socket that blocks.</param>
    /// <param name="access">Whether it reads, writes or does both.</param>
    public NetworkStream(Socket socket, FileAccess access)
        : this(socket, access, ownsSocket: false)
    {
    }

    /// <summary>Makes a stream.</summary>
    /// <param name="socket">A connected stream socket that blocks.</param>
    /// <param name="access">Whether it reads, writes or does both.</param>
    /// <param name="ownsSocket">Whether closing the stream closes the socket.</param>
    /// <exception cref="IOException">The socket is not connected, does not block, or is no stream socket.</exception>
    public NetworkStream(Socket socket, FileAccess access, bool ownsSocket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (!socket.Blocking)
        {
            throw new IOException("A stream cannot be made of a non-blocking socket; set Blocking to true.");
        }

        if (!socket.Connected)
        {
            throw new IOException("A stream cannot be made of a socket that is not connected.");
        }

        if (socket.SocketType != SocketType.Stream)
        {
            throw new IOException($"A stream cannot be made of a socket of the type {socket.SocketType}.");
        }

        Socket = socket;
        _ownsSocket = ownsSocket;
        Readable = access != FileAccess.Write;
        Writeable = access != FileAccess.Read;
    }

    /// <summary>The socket behind it.</summary>
    public Socket Socket { get; }

    /// <inheritdoc/>
    public override bool CanRead => Readable;

    /// <inheritdoc/>
    public override bool CanWrite => Writeable;

    /// <summary>Always false.</summary>
    public override bool CanSeek => false;

    /// <summary>Always true.</summary>
    public override bool CanTimeout => true;

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Length => throw SeekNotSupported();

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Position
    {
        get => throw SeekNotSupported();
        set => throw SeekNotSupported();
    }

    /// <summary>Milliseconds of simulated time that a blocking read waits at most. Default <see cref="Timeout.Infinite"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, or negative and not infinite.</exception>
    public override int ReadTimeout
    {
        get => Socket.ReceiveTimeout is var time and not 0 ? time : Timeout.Infinite;
        set => Socket.ReceiveTimeout = CheckTimeout(value);
    }

    /// <summary>Milliseconds of simulated time that a blocking write waits at most. Default <see cref="Timeout.Infinite"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, or negative and not infinite.</exception>
    public override int WriteTimeout
    {
        get => Socket.SendTimeout is var time and not 0 ? time : Timeout.Infinite;
        set => Socket.SendTimeout = CheckTimeout(value);
    }

    /// <summary>Whether a read would give bytes at once.</summary>
    public virtual bool DataAvailable
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Socket.Available != 0;
        }
    }

    /// <summary>Whether it may be read.</summary>
    protected bool Readable { get; set; }

    /// <summary>Whether it may be written.</summary>
    protected bool Writeable { get; set; }

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Seek(long offset, SeekOrigin origin) => throw SeekNotSupported();

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw SeekNotSupported();

    /// <summary>Does nothing: what is written is in TCP's hands already.</summary>
    public override void Flush()
    {
    }

    /// <summary>Does nothing: what is written is in TCP's hands already.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes the stream.</summary>
    /// <param name="timeout">Milliseconds that what was written may take to be delivered; 0 resets the connection, -1 sets no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is less than -1.</exception>
    public void Close(int timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, -1);
        _closeTimeout = timeout;
        Dispose();
    }

    /// <inheritdoc cref="Close(int)"/>
    public void Close(TimeSpan timeout) => Close(timeout == Timeout.InfiniteTimeSpan ? -1 : checked((int)timeout.TotalMilliseconds));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (disposing)
        {
            Readable = false;
            Writeable = false;
            if (_ownsSocket)
            {
                Socket.CloseInOrder(_closeTimeout);
            }
        }

        base.Dispose(disposing);
    }

    private static NotSupportedException SeekNotSupported() => new("A network stream has no length and no position.");

    private static int CheckTimeout(int value) => value > 0 || value == Timeout.Infinite
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A timeout is positive, or Timeout.Infinite.");
}
