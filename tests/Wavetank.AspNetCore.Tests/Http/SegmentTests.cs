using Microsoft.AspNetCore.Builder;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests.Http;

/// <summary>Into how many packets Kestrel's writes go.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class SegmentTests
{
    [Fact]
    public async Task A_small_answer_and_its_end_leave_in_one_segment_as_on_real_sockets()
    {
        const int Requests = 10;
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        long before = 0, after = 0;

        await lab.RunAsync(async http =>
        {
            // The first acknowledgments of a connection are packets of their own.
            for (int i = 0; i < 30; i++)
            {
                await http.GetStringAsync("/");
            }

            before = Packets();
            for (int i = 0; i < Requests; i++)
            {
                await http.GetStringAsync("/");
            }

            after = Packets();
        });

        Assert.Equal(2 * Requests, after - before);

        long Packets() => lab.Link.ForwardStatistics.SentPackets + lab.Link.BackwardStatistics.SentPackets;
    }
}
