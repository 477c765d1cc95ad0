using Wavetank.Applications.Requests;
using Wavetank.Engine;

namespace Wavetank.Applications.Web;

/// <summary>
/// Loads pages as browsers do over HTTP/1.1: the main object first, then what it names over several connections, a request at a time on
/// each. Connections are kept for the next page. Counts pages that were loaded whole.
/// </summary>
/// <param name="options">What it does.</param>
public sealed class WebClient(WebOptions options) : Application
{
    // What a browser sends with a GET, by order of magnitude.
    private const long RequestSize = 400;

    private readonly RequestConnection[] _connections =
        [.. Enumerable.Range(0, options.Connections).Select(_ => new RequestConnection(options.Host, options.Port, options.Tcp))];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        try
        {
            for (long page = 0; page < options.Pages; page++)
            {
                if (page > 0 && options.Think is { } think)
                {
                    await timeProvider.Delay(think());
                }

                await LoadAsync(timeProvider);
            }
        }
        finally
        {
            foreach (RequestConnection connection in _connections)
            {
                connection.Dispose();
            }
        }
    }

    private async Task LoadAsync(TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        long before = Metrics.Errors;
        Metrics.MarkByte(clock);
        await FetchAsync(_connections[0], options.MainSize(), clock);
        if (Metrics.Errors == before)
        {
            // Drawn before they are fetched: which connection is free first must not move the dice.
            var sizes = new Queue<long>(Enumerable.Range(0, options.Objects).Select(_ => options.ObjectSize()));
            await Task.WhenAll(_connections.Take(sizes.Count).Select(connection => FetchAllAsync(connection, sizes, clock)).ToArray());
        }

        if (Metrics.Errors == before)
        {
            Metrics.AddRoundTrip(clock.GetTimestamp() - start);
            Metrics.Count++;
        }
    }

    private async Task FetchAllAsync(RequestConnection connection, Queue<long> sizes, TimeProvider clock)
    {
        while (sizes.TryDequeue(out long size))
        {
            await FetchAsync(connection, size, clock);
        }
    }

    private async Task FetchAsync(RequestConnection connection, long size, TimeProvider clock)
    {
        if (await connection.FetchAsync(new RequestHeader(RequestSize, size)) is { } problem)
        {
            Metrics.AddError(problem);
        }
        else
        {
            Metrics.AddBytes(size, clock);
        }
    }
}
