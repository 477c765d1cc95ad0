using Wavetank.Packets;
using Wavetank.Recording.Capture;

namespace Wavetank.Tests.Recording.Capture;

public sealed class CaptureFailureTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_full_disk_does_not_disturb_the_run_and_is_told_once_at_its_end()
    {
        var disk = new FailingStream(room: 300_000);
        PcapngWriter writer = Start(disk);

        Send(5000);

        Assert.Equal(3, disk.Attempts); // two buffers fit, the third does not, and no other is tried
        var error = Assert.Throws<IOException>(writer.Complete);
        Assert.Equal("The capture is incomplete, because writing it failed: No space left on device", error.Message);
        writer.Complete();
        writer.Dispose();
    }

    [Fact]
    public void Dispose_tells_a_failure_that_nobody_has_asked_for()
    {
        var disk = new FailingStream(room: 0);
        PcapngWriter writer = Start(disk);
        Send(1);

        Assert.Throws<IOException>(writer.Dispose);
        Assert.False(disk.CanWrite);
        writer.Dispose();
    }

    [Fact]
    public void A_stream_that_was_closed_too_early_is_a_failure_too()
    {
        var stream = new MemoryStream();
        PcapngWriter writer = Start(stream);
        stream.Dispose();

        Assert.Throws<IOException>(writer.Complete);
    }

    [Fact]
    public void Nothing_is_taken_in_after_the_end()
    {
        var stream = new MemoryStream();
        PcapngWriter writer = Start(stream);
        Send(1);
        writer.Complete();
        long length = stream.Length;

        Send(5000);
        writer.Complete();

        Assert.Equal(length, stream.Length);
    }

    [Fact]
    public void A_stream_that_is_to_stay_open_stays_open()
    {
        using var stream = new MemoryStream();

        new PcapngWriter(stream, _run.Events, [], leaveOpen: true).Dispose();

        Assert.True(stream.CanWrite);
        Assert.NotEqual(0, stream.Length);
    }

    private PcapngWriter Start(Stream stream)
    {
        var writer = new PcapngWriter(stream, _run.Events, [new CapturePoint(_run.Forward, "client.eth0", "server.eth0")]);
        _run.Events.Subscribe(writer);
        return writer;
    }

    private void Send(int packets)
    {
        for (int i = 0; i < packets; i++)
        {
            Packet packet = _run.Tcp(new string('x', 100));
            _run.Carry(_run.Forward, packet, 2 * i, (2 * i) + 1);
            packet.Release();
        }
    }
}
