using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wavetank.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Grpc;

/// <summary>A gRPC client and the <see cref="ClockService"/>, which are 50 ms apart.</summary>
internal sealed class GrpcLab(LinkOptions? link = null) : IDisposable
{
    private readonly WebLab _lab = new(link);

    public Network Network => _lab.Network;

    public Link Link => _lab.Link;

    public ClockService.Log Server { get; } = new();

    /// <summary>The simulated time that comes in a while.</summary>
    public DateTime In(double seconds) => _lab.Client.TimeProvider.GetUtcNow().UtcDateTime.AddSeconds(seconds);

    public Task<RunResult> RunAsync(Func<CallInvoker, Task> client)
    {
        _lab.Serve(
            application => application.MapGrpcService<ClockService>(),
            builder =>
            {
                WebLab.Listen(builder, "http", "2.0");
                builder.Services.AddGrpc();
                builder.Services.AddSingleton(Server);
                builder.Services.AddSingleton<IServiceMethodProvider<ClockService>, ClockService.Methods>();
            });
        return _lab.RunAsync(async _ =>
        {
            SimulatedHttpHandler handler = _lab.Client.CreateHttpHandler();
            handler.Timeout = Timeout.InfiniteTimeSpan;
            using GrpcChannel channel = GrpcChannel.ForAddress("http://server", new GrpcChannelOptions { HttpHandler = handler });
            await client(channel.Intercept(new SimulatedDeadlines(_lab.Client.TimeProvider)));
        });
    }

    public void Dispose() => _lab.Dispose();
}
