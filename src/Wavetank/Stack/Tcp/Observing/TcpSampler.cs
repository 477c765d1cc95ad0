using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>
/// Samples connections when a segment arrives or a timer fires, so that it adds no event: what it sees is what happens without it, and
/// a connection at rest costs nothing.
/// </summary>
/// <param name="interval">The width of a bin of time, in nanoseconds.</param>
internal sealed class TcpSampler(long interval)
{
    /// <summary>The most ends of connections that are sampled: the first ones.</summary>
    public const int MostSeries = 1000;

    private int _given;

    /// <summary>A connection may have changed.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isLast">Whether it is gone.</param>
    public void Look(TcpConnection connection, bool isLast = false)
    {
        if (connection.Series is not { } series)
        {
            if (_given == MostSeries)
            {
                return;
            }

            _given++;
            connection.Series = series = new TcpSeries(interval);
        }

        if (!series.Wants(connection.Now) && !isLast)
        {
            return;
        }

        if (isLast)
        {
            series.End(TcpSample.Of(connection));
        }
        else
        {
            series.Add(TcpSample.Of(connection));
        }
    }
}
