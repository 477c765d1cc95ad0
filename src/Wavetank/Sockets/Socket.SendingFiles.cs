using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Wavetank.Sockets;

/// <summary>Sending files. They are real ones: a simulated host has no disk, and reading takes no simulated time.</summary>
public partial class Socket
{
    private const int FileChunk = 65_536;

    /// <summary>Sends a file. It returns when all its bytes stand in the send buffer.</summary>
    /// <param name="fileName">The file; null for none.</param>
    /// <exception cref="NotSupportedException">The socket is no connected stream socket.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="SocketException">As of <see cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>.</exception>
    public void SendFile(string? fileName) =>
        SendFile(fileName, ReadOnlySpan<byte>.Empty, ReadOnlySpan<byte>.Empty, TransmitFileOptions.UseDefaultWorkerThread);

    /// <inheritdoc cref="SendFile(string?, ReadOnlySpan{byte}, ReadOnlySpan{byte}, TransmitFileOptions)"/>
    public void SendFile(string? fileName, byte[]? preBuffer, byte[]? postBuffer, TransmitFileOptions flags) =>
        SendFile(fileName, preBuffer.AsSpan(), postBuffer.AsSpan(), flags);

    /// <inheritdoc cref="SendFile(string?)"/>
    /// <param name="fileName">The file; null for none.</param>
    /// <param name="preBuffer">What goes before it.</param>
    /// <param name="postBuffer">What goes after it.</param>
    /// <param name="flags">UseDefaultWorkerThread; the others are Windows'.</param>
    /// <exception cref="PlatformNotSupportedException"><paramref name="flags"/> is something else.</exception>
    public void SendFile(string? fileName, ReadOnlySpan<byte> preBuffer, ReadOnlySpan<byte> postBuffer, TransmitFileOptions flags)
    {
        Enter();
        if (CannotSendFile() is { } refusal)
        {
            throw refusal;
        }

        if (flags != TransmitFileOptions.UseDefaultWorkerThread)
        {
            throw new PlatformNotSupportedException($"The options {flags} are Windows' alone; use UseDefaultWorkerThread, and call Disconnect.");
        }

        // Opened first, so that nothing is sent before a file that is not there.
        using SafeFileHandle? file = Open(fileName);
        if (!preBuffer.IsEmpty)
        {
            Send(preBuffer);
        }

        byte[] chunk = new byte[file is null ? 0 : FileChunk];
        long position = 0;
        while (file is not null && RandomAccess.Read(file, chunk, position) is var length and > 0)
        {
            position += length;
            Send(chunk.AsSpan(0, length));
        }

        if (!postBuffer.IsEmpty)
        {
            Send(postBuffer);
        }
    }

    /// <inheritdoc cref="SendFile(string?)"/>
    /// <param name="fileName">The file; null for none.</param>
    /// <param name="cancellationToken">Ends the call; bytes that stand in the send buffer by then are sent all the same.</param>
    public ValueTask SendFileAsync(string? fileName, CancellationToken cancellationToken = default) =>
        SendFileAsync(fileName, default, default, TransmitFileOptions.UseDefaultWorkerThread, cancellationToken);

    /// <inheritdoc cref="SendFile(string?)"/>
    /// <param name="fileName">The file; null for none.</param>
    /// <param name="preBuffer">What goes before it.</param>
    /// <param name="postBuffer">What goes after it.</param>
    /// <param name="flags">Disconnect and ReuseSocket end the connection afterwards; the others change nothing.</param>
    /// <param name="cancellationToken">Ends the call; bytes that stand in the send buffer by then are sent all the same.</param>
    public ValueTask SendFileAsync(
        string? fileName,
        ReadOnlyMemory<byte> preBuffer,
        ReadOnlyMemory<byte> postBuffer,
        TransmitFileOptions flags,
        CancellationToken cancellationToken = default)
    {
        Enter();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        return CannotSendFile() is { } refusal
            ? ValueTask.FromException(refusal)
            : SendFileCoreAsync(fileName, preBuffer, postBuffer, flags, cancellationToken);
    }

    private static SafeFileHandle? Open(string? fileName) => string.IsNullOrEmpty(fileName) ? null : File.OpenHandle(fileName);

    private NotSupportedException? CannotSendFile() => SocketType == SocketType.Stream && Connected
        ? null
        : new NotSupportedException("Only a stream socket that is connected can send files.");

    private void DisconnectIfAsked(TransmitFileOptions flags)
    {
        if ((flags & (TransmitFileOptions.Disconnect | TransmitFileOptions.ReuseSocket)) != 0)
        {
            Disconnect(reuseSocket: false);
        }
    }

    private async ValueTask SendFileCoreAsync(
        string? fileName,
        ReadOnlyMemory<byte> preBuffer,
        ReadOnlyMemory<byte> postBuffer,
        TransmitFileOptions flags,
        CancellationToken cancellationToken)
    {
        using SafeFileHandle? file = Open(fileName);
        if (!preBuffer.IsEmpty)
        {
            await SendAsync(preBuffer, cancellationToken).ConfigureAwait(false);
        }

        if (file is not null)
        {
            await SendPartAsync(file, 0, long.MaxValue, cancellationToken).ConfigureAwait(false);
        }

        if (!postBuffer.IsEmpty)
        {
            await SendAsync(postBuffer, cancellationToken).ConfigureAwait(false);
        }

        DisconnectIfAsked(flags);
    }

    /// <summary>Sends a part of a file, or what there is of it.</summary>
    /// <returns>How many bytes were sent.</returns>
    private async ValueTask<long> SendPartAsync(SafeFileHandle file, long offset, long count, CancellationToken cancellationToken)
    {
        byte[] chunk = new byte[(int)Math.Min(FileChunk, count)];
        long sent = 0;
        while (sent < count)
        {
            // Read here and now: what the platform reads in the background comes back when it pleases.
            int length = RandomAccess.Read(file, chunk.AsSpan(0, (int)Math.Min(chunk.Length, count - sent)), offset + sent);
            if (length == 0)
            {
                break;
            }

            await SendAsync(chunk.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            sent += length;
        }

        return sent;
    }
}
