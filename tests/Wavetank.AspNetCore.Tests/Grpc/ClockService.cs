using System.Globalization;
using System.Text;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace Wavetank.AspNetCore.Tests.Grpc;

/// <summary>A gRPC service whose messages are strings, so that it needs no generated code.</summary>
internal sealed class ClockService(TimeProvider time, ClockService.Log log)
{
    private static readonly Marshaller<string> Text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static readonly Method<string, string> Echo = new(MethodType.Unary, "clock", nameof(Echo), Text, Text);

    public static readonly Method<string, string> Wait = new(MethodType.Unary, "clock", nameof(Wait), Text, Text);

    public static readonly Method<string, string> Count = new(MethodType.ServerStreaming, "clock", nameof(Count), Text, Text);

    private async Task<string> WaitAsync(int seconds, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
            return Now;
        }
        catch (OperationCanceledException)
        {
            log.Lines.Add($"cancelled at {Now}");
            throw;
        }
    }

    private async Task CountAsync(int to, IServerStreamWriter<string> items, CancellationToken cancellationToken)
    {
        for (int i = 1; i <= to; i++)
        {
            await WaitAsync(1, cancellationToken);
            await items.WriteAsync($"{i}", cancellationToken);
        }
    }

    private string Now => time.GetUtcNow().ToString("mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>What the service saw.</summary>
    internal sealed class Log
    {
        public List<string> Lines { get; } = [];
    }

    /// <summary>The service's methods, as generated code would bind them.</summary>
    internal sealed class Methods : IServiceMethodProvider<ClockService>
    {
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<ClockService> context)
        {
            context.AddUnaryMethod(Echo, [], (_, text, _) => Task.FromResult(text));
            context.AddUnaryMethod(Wait, [], (service, seconds, call) => service.WaitAsync(Parse(seconds), call.CancellationToken));
            context.AddServerStreamingMethod(Count, [], (service, to, items, call) => service.CountAsync(Parse(to), items, call.CancellationToken));
        }

        private static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
    }
}
