using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>Writes a known stream into one end, reads it at the other as it comes, and checks every byte.</summary>
internal sealed class StreamTransfer
{
    private readonly TcpConnection _from;
    private readonly TcpConnection _to;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly bool _close;

    public StreamTransfer(TcpConnection from, TcpConnection to, long length, bool close = true)
    {
        _from = from;
        _to = to;
        Length = length;
        _close = close;
        var writer = new TestUser { Writable = Write };
        var reader = new TestUser { Readable = Read };
        if (from.User is TestUser both)
        {
            both.Writable = Write;
        }
        else
        {
            from.User = writer;
        }

        if (to.User is TestUser other)
        {
            other.Readable = Read;
        }
        else
        {
            to.User = reader;
        }
    }

    public long Length { get; }

    public long Written { get; private set; }

    public long ReadSoFar { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>Whether the bytes are written and compared; off for measurements.</summary>
    public bool Verify { get; init; } = true;

    public bool IsIntact { get; private set; } = true;

    public void Start() => Write();

    private void Write()
    {
        while (Written < Length && _from.CanSend)
        {
            int part = (int)Math.Min(_buffer.Length, Length - Written);
            if (Verify)
            {
                Fill(_buffer.AsSpan(0, part), Written);
            }

            int taken = _from.Send(_buffer.AsSpan(0, part));
            Written += taken;
            if (taken < part)
            {
                return;
            }
        }

        if (_close && Written == Length)
        {
            _from.ShutdownSend();
        }
    }

    private void Read()
    {
        Span<byte> expected = stackalloc byte[4096];
        Span<byte> actual = stackalloc byte[4096];
        while (true)
        {
            int count = _to.Receive(actual);
            if (count == 0)
            {
                break;
            }

            if (Verify)
            {
                Fill(expected[..count], ReadSoFar);
                IsIntact &= actual[..count].SequenceEqual(expected[..count]);
            }

            ReadSoFar += count;
        }

        Ended |= _to.EndOfStream;
    }

    public static void Fill(Span<byte> bytes, long position)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            long at = position + i;
            bytes[i] = (byte)(at ^ (at >> 8) ^ (at >> 16));
        }
    }
}
