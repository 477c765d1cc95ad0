using Grpc.Core;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Grpc;

/// <summary>Calls of growing size, several at a time, beside a stream, over a link that loses some packets.</summary>
internal static class GrpcWorkload
{
    public static async Task<string> RunAsync()
    {
        using var lab = new GrpcLab(new LinkOptions { Delay = WebLab.Delay, Rate = DataRate.Mbps(20), Loss = 0.02 });
        int items = 0;
        RunResult result = await lab.RunAsync(async client =>
        {
            Task counting = CountAsync(client);
            for (int n = 1; n < 50_000; n *= 6)
            {
                string[] echoes = await Task.WhenAll(Enumerable.Range(n, 3).Select(size =>
                    client.AsyncUnaryCall(ClockService.Echo, null, new CallOptions(deadline: lab.In(seconds: 60)), new string('x', size)).ResponseAsync));
                Assert.Equal([n, n + 1, n + 2], echoes.Select(echo => echo.Length));
            }

            await counting;
        });
        return $"{result.Digest} at {result.Time}, {items} items";

        async Task CountAsync(CallInvoker client)
        {
            using AsyncServerStreamingCall<string> call = client.AsyncServerStreamingCall(ClockService.Count, null, default, "5");
            await foreach (string _ in call.ResponseStream.ReadAllAsync())
            {
                items++;
            }
        }
    }
}
