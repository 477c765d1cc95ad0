namespace Wavetank.AspNetCore.Http;

/// <summary>The body of an answer as the client reads it, until the request's deadline.</summary>
internal sealed class DeadlineStream(Stream inner, RequestDeadline deadline) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int read = await inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            if (read == 0)
            {
                deadline.Dispose();
            }

            return read;
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            throw deadline.ToException(exception);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            deadline.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
