namespace Wavetank.Tests.Recording;

/// <summary>A disk that is full after so many bytes.</summary>
internal sealed class FailingStream(long room) : MemoryStream
{
    public int Attempts { get; private set; }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Attempts++;
        if (Length + count > room)
        {
            throw new IOException("No space left on device");
        }

        base.Write(buffer, offset, count);
    }
}
