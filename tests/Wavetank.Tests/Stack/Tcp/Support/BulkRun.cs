using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>A bulk transfer for a time, and what it achieved.</summary>
internal static class BulkRun
{
    /// <summary>Segments delivered per round-trip time: the mean window.</summary>
    public static double MeanWindow(string control, int losesEvery, double rttMilliseconds, double seconds, double warmUpSeconds = 0, int mtu = 1500)
    {
        var pair = new TcpPair();
        pair.Client.Mtu = pair.Server.Mtu = mtu;
        pair.Both(pipe => pipe.DelayMilliseconds = rttMilliseconds / 2);
        (TcpConnection client, TcpConnection server) = pair.Establish(settings =>
        {
            settings.CongestionControl = control;
            settings.SendBufferSize = settings.ReceiveBufferSize = 1 << 30;
        });
        pair.Forward.LosesEvery = losesEvery;
        var transfer = new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false };
        transfer.Start();
        pair.Clock.RunFor(warmUpSeconds * 1000);
        long before = client.Statistics.BytesAcknowledged;
        pair.Clock.RunFor(seconds * 1000);
        double segments = (client.Statistics.BytesAcknowledged - before) / (double)client.SendMss;
        return segments / (seconds * 1000 / rttMilliseconds);
    }
}
