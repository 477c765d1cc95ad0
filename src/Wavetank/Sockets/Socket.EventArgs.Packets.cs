using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <summary>Sends files and buffers, one after the other.</summary>
    /// <param name="e">SendPacketsElements says which.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="ArgumentException">SendPacketsElements is null.</exception>
    /// <exception cref="NotSupportedException">The socket is not connected.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public bool SendPacketsAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        SendPacketsElement?[] elements = e.SendPacketsElements ?? throw new ArgumentException("SendPacketsElements must be set.", nameof(e));
        if (!Connected)
        {
            throw new NotSupportedException("Only a socket that is connected can send packets.");
        }

        e.Begin(this, SocketAsyncOperation.SendPackets);
        SafeFileHandle?[] files = new SafeFileHandle?[elements.Length];
        try
        {
            for (int i = 0; i < files.Length; i++)
            {
                files[i] = elements[i]?.FilePath is { } path ? File.OpenHandle(path) : null;
            }
        }
        catch
        {
            e.GiveUp();
            Close(files);
            throw;
        }

        return e.Follow(SendPacketsAsync(e, elements, files));
    }

    private static void Close(SafeFileHandle?[] files)
    {
        foreach (SafeFileHandle? file in files)
        {
            file?.Dispose();
        }
    }

    private async ValueTask SendPacketsAsync(SocketAsyncEventArgs e, SendPacketsElement?[] elements, SafeFileHandle?[] files)
    {
        long sent = 0;
        try
        {
            for (int i = 0; i < elements.Length; i++)
            {
                if (elements[i] is { } element)
                {
                    // A handle that the program gave stays open, and is read where it stands.
                    SafeFileHandle? file = files[i] ?? element.FileStream?.SafeFileHandle;
                    sent += file is null ? await SendAsync(element.MemoryBuffer!.Value).ConfigureAwait(false)
                        : await SendPartAsync(file, element.OffsetLong, element.Count > 0 ? element.Count : long.MaxValue, default).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Close(files);
        }

        DisconnectIfAsked(e.SendPacketsFlags);
        e.SetResult((int)Math.Min(sent, int.MaxValue), SocketFlags.None);
    }
}
