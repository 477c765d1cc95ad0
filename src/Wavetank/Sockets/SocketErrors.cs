using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>The exceptions that errors become.</summary>
internal static class SocketErrors
{
    /// <summary>The exception of a socket's call, or, for a stream's, the one that the platform wraps it in.</summary>
    public static Exception ToException(SocketError error, string call, bool forStream)
    {
        var exception = new SocketException((int)error);
        return forStream ? Wrap(exception, isRead: call == "Receive") : exception;
    }

    /// <summary>The error of a call that failed. What has none of a socket, such as a call that was taken back, was aborted.</summary>
    public static SocketError Of(Exception? exception) => exception switch
    {
        SocketException error => error.SocketErrorCode,
        OperationCanceledException or ObjectDisposedException => SocketError.OperationAborted,
        _ => SocketError.SocketError,
    };

    /// <inheritdoc cref="Of(Exception?)"/>
    public static SocketError Of(Task failed) => failed.IsCanceled ? SocketError.OperationAborted : Of(failed.Exception!.GetBaseException());

    public static IOException Wrap(Exception exception, bool isRead) => new(
        isRead
            ? $"Unable to read data from the transport connection: {exception.Message}."
            : $"Unable to write data to the transport connection: {exception.Message}.",
        exception);
}
