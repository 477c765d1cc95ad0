using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Tests.Stack.Tcp.Observing;

public sealed class WrittenBytesTests
{
    [Fact]
    public void What_is_read_in_other_pieces_matches_across_the_ring()
    {
        var written = new WrittenBytes();
        byte[] bytes = [.. Enumerable.Range(0, 250).Select(i => (byte)i)];
        for (int i = 0; i < 100; i++)
        {
            written.Append(bytes);
            Assert.True(written.Matches(bytes.AsSpan(0, 100)));
            written.Remove(100);
            Assert.True(written.Matches(bytes.AsSpan(100)));
            written.Remove(150);
        }

        Assert.Equal(25_000, written.Position);
    }

    [Fact]
    public void A_byte_that_differs_or_is_missing_or_doubled_is_found()
    {
        var written = new WrittenBytes();
        written.Append("hello"u8);

        Assert.True(written.Matches("hel"u8));
        Assert.False(written.Matches("help"u8));
        Assert.False(written.Matches("ello"u8));
        Assert.False(written.Matches("hello!"u8));
    }
}
