using Microsoft.AspNetCore.Builder;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>The client's PINGs of HTTP/2, by which the platform measures round trips with the real clock.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class PingTests
{
    private const int Preface = 24;
    private const int Header = 9;
    private const byte Ping = 6;
    private const byte Acknowledgment = 1;

    [Fact]
    public async Task A_client_that_downloads_sends_no_ping()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => new string('x', 500_000)), builder => WebLab.Listen(builder, "http", "2.0"));
        using var written = new MemoryStream();

        await lab.RunAsync(
            async http =>
            {
                for (int i = 0; i < 3; i++)
                {
                    using HttpResponseMessage response = await http.SendAsync(WebLab.Request("http://server/", "2.0"));
                    Assert.Equal(500_000, (await response.Content.ReadAsStringAsync()).Length);
                }
            },
            configure: handler => handler.PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new RecordingStream(context.PlaintextStream, written)));

        List<(byte Type, byte Flags)> frames = [.. Frames(written.ToArray())];
        Assert.Equal(3, frames.Count(frame => frame.Type == 1));
        Assert.DoesNotContain(frames, frame => frame.Type == Ping && frame.Flags != Acknowledgment);
    }

    // Each begins with its length, type, flags and stream.
    private static IEnumerable<(byte Type, byte Flags)> Frames(byte[] bytes)
    {
        for (int at = Preface; at < bytes.Length; at += Header + (bytes[at] << 16 | bytes[at + 1] << 8 | bytes[at + 2]))
        {
            yield return (bytes[at + 3], bytes[at + 4]);
        }
    }
}
