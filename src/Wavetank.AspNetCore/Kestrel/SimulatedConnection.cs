using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Wavetank.Engine.Programs;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>
/// A connection as Kestrel sees it: two pipes, which two loops join to a simulated socket. Limits and the order of closing are those of
/// Kestrel's own transport, so that a slow peer holds an application up as it does there.
/// </summary>
internal sealed partial class SimulatedConnection : DefaultConnectionContext, IMemoryPoolFeature
{
    private const int MaximumRead = 1024 * 1024;
    private const int MaximumWritten = 64 * 1024;

    private readonly Socket _socket;
    private readonly SimulatedProgram _program;
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource _closedWasTold = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Ends _original;
    private Task? _loops;
    private Exception? _shutdownReason;
    private bool _isShutDown;
    private bool _isClosedTold;

    public SimulatedConnection(Socket socket, SimulatedProgram program, MemoryPool<byte> memory, long number)
        : base(string.Create(CultureInfo.InvariantCulture, $"{program.Host}-{number}"))
    {
        _socket = socket;
        _program = program;
        MemoryPool = memory;
        LocalEndPoint = socket.LocalEndPoint;
        RemoteEndPoint = socket.RemoteEndPoint;
        ConnectionClosed = _closed.Token;

        // Kestrel's side goes on by the pool, as it does on real sockets; the loop that receives goes on where the simulation resumes it. The
        // loop that sends is queued behind what Kestrel does just now, as on real sockets: an answer and its end leave in one segment.
        var read = new PipeOptions(memory, PipeScheduler.ThreadPool, PipeScheduler.Inline, MaximumRead, MaximumRead / 2, useSynchronizationContext: false);
        var written = new PipeOptions(memory, PipeScheduler.ThreadPool, PipeScheduler.ThreadPool, MaximumWritten, MaximumWritten / 2, useSynchronizationContext: false);
        var toKestrel = new Pipe(read);
        var fromKestrel = new Pipe(written);
        Received = toKestrel.Writer;
        ToSend = fromKestrel.Reader;
        Transport = _original = new Ends(toKestrel.Reader, fromKestrel.Writer);
        Features.Set<IMemoryPoolFeature>(this);
    }

    public MemoryPool<byte> MemoryPool { get; }

    private PipeWriter Received { get; }

    private PipeReader ToSend { get; }

    public void Start() => _loops = RunAsync();

    public override void Abort(ConnectionAbortedException abortReason)
    {
        ShutDown(abortReason);

        // The loop that sends is woken, and sees that there is nobody left to send to.
        ToSend.CancelPendingRead();
    }

    public override async ValueTask DisposeAsync()
    {
        await _original.Input.CompleteAsync().ConfigureAwait(false);
        await _original.Output.CompleteAsync().ConfigureAwait(false);
        if (_loops is not null)
        {
            await _loops.ConfigureAwait(false);
        }

        _closed.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        Task receiving = ReceiveAsync();
        await SendAsync().ConfigureAwait(false);
        await receiving.ConfigureAwait(false);
    }

    private void ShutDown(Exception? reason)
    {
        if (_isShutDown)
        {
            return;
        }

        _isShutDown = true;
        _shutdownReason = reason ?? new ConnectionAbortedException("The application has ended the connection in order.");
        try
        {
            if (reason is null)
            {
                _socket.Shutdown(SocketShutdown.Both);
                _socket.Dispose();
            }
            else
            {
                // A RST, as the stream was not brought to its end.
                _socket.Close(timeout: 0);
            }
        }
        catch (Exception exception) when (IsOfDeadSocket(exception))
        {
            _socket.Dispose();
        }
    }

    private void TellClosed()
    {
        if (_isClosedTold)
        {
            return;
        }

        _isClosedTold = true;
        ThreadPool.UnsafeQueueUserWorkItem(
            static connection =>
            {
                connection._closed.Cancel();
                connection._closedWasTold.TrySetResult();
            },
            this,
            preferLocal: false);
    }

    private static bool IsOfDeadSocket(Exception exception) => exception is SocketException or ObjectDisposedException;

    private sealed class Ends(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
