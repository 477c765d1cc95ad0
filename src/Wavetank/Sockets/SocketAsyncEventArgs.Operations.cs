using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class SocketAsyncEventArgs
{
    private Socket? _socket;
    private bool _isBusy;
    private bool _isDisposed;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _work;
    private Action? _workEnded;
    private Simulator? _simulator;
    private ProgramCallback? _callback;

    /// <summary>What takes a connect back; null while none is pending.</summary>
    internal CancellationTokenSource? ConnectCancellation { get; set; }

    /// <summary>Takes the arguments into use.</summary>
    /// <exception cref="ObjectDisposedException">They are disposed.</exception>
    /// <exception cref="InvalidOperationException">They are in use.</exception>
    internal void Begin(Socket? socket, SocketAsyncOperation operation)
    {
        ThrowIfNotFree();
        _isBusy = true;
        _socket = socket;
        LastOperation = operation;
        ConnectByNameError = null;
        BytesTransferred = 0;
    }

    /// <summary>What an operation gave, before it ends.</summary>
    internal void SetResult(int bytesTransferred, SocketFlags flags)
    {
        BytesTransferred = bytesTransferred;
        SocketFlags = flags;
    }

    /// <summary>Follows an operation to its end.</summary>
    /// <returns>Whether it is pending, so that its end will be told by the event.</returns>
    internal bool Follow(ValueTask work)
    {
        _work = work.ConfigureAwait(false).GetAwaiter();
        if (_work.IsCompleted)
        {
            End();
            return false;
        }

        Simulator simulator = SimulatedProgram.Current!.Simulator;
        if (_callback is null || _simulator != simulator)
        {
            _simulator = simulator;
            _callback = new ProgramCallback(simulator, EndAndTell);
        }

        _callback.Capture();
        _work.UnsafeOnCompleted(_workEnded ??= () => _callback.Post());
        return true;
    }

    /// <summary>Lets go of the arguments because the operation could not begin.</summary>
    internal void GiveUp() => _isBusy = false;

    private void EndAndTell()
    {
        End();
        OnCompleted(this);
    }

    private void End()
    {
        try
        {
            _work.GetResult();
            SocketError = SocketError.Success;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            SocketError = SocketErrors.Of(exception);
            BytesTransferred = 0;
            SocketFlags = SocketFlags.None;
            if (LastOperation == SocketAsyncOperation.Connect && RemoteEndPoint is DnsEndPoint)
            {
                ConnectByNameError = exception;
            }
        }
        finally
        {
            _work = default;
            _isBusy = false;
        }
    }

    private void ThrowIfNotFree()
    {
        if (_isBusy)
        {
            throw new InvalidOperationException(
                "An operation with these SocketAsyncEventArgs is pending. Wait for its Completed event, or use others.");
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
    }
}
