using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Wavetank.Applications.Reports;
using Wavetank.Engine;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Probes;

/// <summary>
/// Connects to the ports of a host, several at once, and tells which are open, closed and filtered. A connection that is made is closed
/// at once. Counts ports of which it came to know.
/// </summary>
/// <param name="options">What it does.</param>
public sealed class PortScan(PortScanOptions options) : Application
{
    private readonly PortState[] _states = new PortState[options.Ports.Count];
    private readonly int[] _counts = new int[(int)PortState.Filtered + 1];
    private int _next;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        Metrics.Report = new Ranges(options.Ports, _states);
        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(options.Host, AddressFamily.InterNetwork);
            await Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => ScanAsync(addresses[0], timeProvider)));
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    private async Task ScanAsync(IPAddress address, TimeProvider clock)
    {
        while (_next < _states.Length)
        {
            int index = _next++;
            Take(index, await TryAsync(new IPEndPoint(address, options.Ports[index]), clock));
        }
    }

    private async Task<PortState> TryAsync(IPEndPoint port, TimeProvider clock)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        long began = clock.GetTimestamp();
        try
        {
            await socket.ConnectAsync(port, timeout.Token);
            Metrics.AddRoundTrip(clock.GetTimestamp() - began);
            return PortState.Open;
        }
        catch (OperationCanceledException)
        {
            return PortState.Filtered;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
        {
            Metrics.AddRoundTrip(clock.GetTimestamp() - began);
            return PortState.Closed;
        }
        catch (SocketException exception) when (exception.SocketErrorCode
            is SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AccessDenied)
        {
            return PortState.Filtered;
        }
        catch (SocketException exception)
        {
            // The scanner's own host is at fault, which says nothing about the port.
            Metrics.AddError(exception.SocketErrorCode.ToString());
            return PortState.Unknown;
        }
    }

    private void Take(int index, PortState state)
    {
        _states[index] = state;
        if (state == PortState.Unknown)
        {
            return;
        }

        _counts[(int)state]++;
        Metrics.Count++;
        Metrics.SetFigure("open", ApplicationFigure.Sum(_counts[(int)PortState.Open]));
        Metrics.SetFigure("closed", ApplicationFigure.Sum(_counts[(int)PortState.Closed]));
        Metrics.SetFigure("filtered", ApplicationFigure.Sum(_counts[(int)PortState.Filtered]));
    }

    /// <summary>Ports in a row that answered alike, as one line.</summary>
    private sealed class Ranges(IReadOnlyList<int> ports, PortState[] states) : IReport
    {
        public IReadOnlyList<IReadOnlyList<ReportValue>> Rows
        {
            get
            {
                List<ReportValue[]> rows = [];
                for (int first = 0, next; first < states.Length; first = next)
                {
                    next = first + 1;
                    while (next < states.Length && states[next] == states[first] && ports[next] == ports[next - 1] + 1)
                    {
                        next++;
                    }

                    string range = string.Create(CultureInfo.InvariantCulture, $"{ports[first]}{(next - first > 1 ? $"-{ports[next - 1]}" : "")}");
                    rows.Add([ReportValue.Of(range), ReportValue.Of(states[first].ToString().ToLowerInvariant()), ReportValue.Of(next - first)]);
                }

                return rows;
            }
        }
    }
}
