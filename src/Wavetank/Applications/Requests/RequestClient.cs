using Wavetank.Engine;

namespace Wavetank.Applications.Requests;

/// <summary>Makes requests of a <see cref="RequestServer"/> one after the other and times the responses. Counts responses that were whole and right.</summary>
/// <param name="options">What it does.</param>
public sealed class RequestClient(RequestOptions options) : Application
{
    private long _retries;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        long start = timeProvider.GetTimestamp();
        using var connection = new RequestConnection(options.Host, options.Port, options.Tcp);
        Metrics.SetFigure("retries", ApplicationFigure.Sum(0));
        for (long i = 0; i < options.Count; i++)
        {
            if (i > 0 && options.Think is { } think)
            {
                await timeProvider.Delay(think());
            }

            var request = new RequestHeader(Math.Max(options.RequestSize(), RequestHeader.Size), options.ResponseSize());
            await RequestAsync(connection, request, timeProvider);
            if (!options.KeepsConnection)
            {
                connection.Close();
            }

            double seconds = (timeProvider.GetTimestamp() - start) / 1e9;
            if (seconds > 0)
            {
                Metrics.SetFigure("requests-per-second", ApplicationFigure.Sum(Metrics.Count / seconds));
            }
        }
    }

    private async Task RequestAsync(RequestConnection connection, RequestHeader request, TimeProvider clock)
    {
        long sentAt = clock.GetTimestamp();
        Metrics.MarkByte(clock);
        for (long tries = 0; ; tries++)
        {
            using CancellationTokenSource? timeout =
                options.Timeout == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(options.Timeout, clock);
            if (await connection.FetchAsync(request, timeout?.Token ?? default) is not { } problem)
            {
                Metrics.AddRoundTrip(clock.GetTimestamp() - sentAt);
                Metrics.AddBytes(request.ResponseSize, clock);
                Metrics.Count++;
                return;
            }

            if (tries == options.Retries)
            {
                Metrics.AddError(problem);
                return;
            }

            Metrics.SetFigure("retries", ApplicationFigure.Sum(++_retries));
        }
    }
}
