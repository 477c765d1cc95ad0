using Grpc.Core;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests.Grpc;

/// <summary>gRPC's server and client over the simulated network.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class GrpcTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task A_first_call_takes_the_handshake_and_a_round_trip_and_the_next_a_round_trip()
    {
        using var lab = new GrpcLab();

        await lab.RunAsync(async client =>
        {
            for (int i = 0; i < 3; i++)
            {
                Note(lab, await client.AsyncUnaryCall(ClockService.Echo, null, default, "hello"));
            }

            Note(lab, await client.AsyncUnaryCall(ClockService.Wait, null, default, "3600"));
        });

        Assert.Equal(["hello at 0.2", "hello at 0.3", "hello at 0.4", "00:00.450 at 3600.5"], _log);
    }

    [Fact]
    public async Task A_stream_of_the_server_comes_message_by_message()
    {
        using var lab = new GrpcLab();

        await lab.RunAsync(async client =>
        {
            using AsyncServerStreamingCall<string> call = client.AsyncServerStreamingCall(ClockService.Count, null, default, "3");
            await foreach (string item in call.ResponseStream.ReadAllAsync())
            {
                Note(lab, item);
            }
        });

        Assert.Equal(["1 at 1.2", "2 at 2.2", "3 at 3.2"], _log);
    }

    [Fact]
    public async Task A_late_call_ends_at_its_deadline_and_the_server_hears_of_it_half_a_round_trip_later()
    {
        using var lab = new GrpcLab();

        await lab.RunAsync(async client =>
        {
            await client.AsyncUnaryCall(ClockService.Echo, null, default, "hello");
            var late = await Assert.ThrowsAsync<RpcException>(() =>
                client.AsyncUnaryCall(ClockService.Wait, null, new CallOptions(deadline: lab.In(seconds: 3)), "3600").ResponseAsync);
            Note(lab, $"{late.StatusCode}");
            await lab.Network.Delay(TimeSpan.FromSeconds(1));
        });

        Assert.Equal(["DeadlineExceeded at 3.2"], _log);
        Assert.Equal(["cancelled at 00:03.250"], lab.Server.Lines);
    }

    [Fact]
    public async Task A_stream_ends_at_its_deadline_when_the_link_is_cut()
    {
        using var lab = new GrpcLab();
        lab.Network.At(TimeSpan.FromSeconds(3), lab.Link.Cut);

        await lab.RunAsync(async client =>
        {
            using AsyncServerStreamingCall<string> call =
                client.AsyncServerStreamingCall(ClockService.Count, null, new CallOptions(deadline: lab.In(seconds: 5)), "100");
            var late = await Assert.ThrowsAsync<RpcException>(async () =>
            {
                await foreach (string item in call.ResponseStream.ReadAllAsync())
                {
                    Note(lab, item);
                }
            });
            Note(lab, $"{late.StatusCode}");
        });

        Assert.Equal(["1 at 1.2", "2 at 2.2", "DeadlineExceeded at 5.0"], _log);
    }

    private void Note(GrpcLab lab, string what) => _log.Add($"{what} at {lab.Network.Now.TotalSeconds:0.0##}");
}
