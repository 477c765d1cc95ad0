using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Wavetank.Cli.Output;

namespace Wavetank.Cli.Sweeping;

/// <summary>A small web server for the browser of who started it: it listens on the loopback interface, and answers GET alone.</summary>
internal sealed class SweepServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly SweepSite _site;
    private readonly Terminal _terminal;
    private readonly Thread _thread;
    private volatile bool _isStopped;

    private SweepServer(HttpListener listener, string address, SweepSite site, Terminal terminal)
    {
        _listener = listener;
        Address = address;
        _site = site;
        _terminal = terminal;
        _thread = new Thread(Listen) { Name = "sweep-server", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What to open.</summary>
    internal string Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="site">What is shown.</param>
    /// <param name="terminal">Where it says what went wrong.</param>
    /// <exception cref="BadInputException">The port cannot be had.</exception>
    internal static SweepServer Start(int port, SweepSite site, Terminal terminal)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/");
        var listener = new HttpListener { Prefixes = { address } };
        try
        {
            listener.Start();
        }
        catch (Exception exception) when (exception is HttpListenerException or SocketException)
        {
            throw new BadInputException(port == 0
                ? $"no port of this machine can be listened to: {exception.Message}"
                : string.Create(CultureInfo.InvariantCulture, $"--port {port}: cannot be listened to: {exception.Message}; name another, or none for a free one"));
        }

        return new SweepServer(listener, address, site, terminal);
    }

    /// <summary>Waits until it is stopped.</summary>
    internal void Wait() => _thread.Join();

    /// <summary>Ends it. May be called from any thread.</summary>
    internal void Stop()
    {
        _isStopped = true;
        _listener.Stop();
    }

    public void Dispose() => _listener.Close();

    private void Listen()
    {
        while (!_isStopped)
        {
            try
            {
                HttpListenerContext context = _listener.GetContext();
                // Each on a thread of its own: a run may take its time, and its programs belong to the thread that runs it.
                new Thread(() => Answer(context)) { Name = "sweep-answer", IsBackground = true }.Start();
            }
            catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            SweepAnswer answer = context.Request.HttpMethod == "GET"
                ? _site.Answer(context.Request.Url!.AbsolutePath, context.Request.QueryString)
                : SweepAnswer.Text(405, "only GET is answered here");
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength64 = answer.Body.Length;
            context.Response.OutputStream.Write(answer.Body);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Who asked has gone.
            if (!_isStopped && exception is not ObjectDisposedException)
                _terminal.WriteErrorLine($"wavetank: an answer was not taken: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
