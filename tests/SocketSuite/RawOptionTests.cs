using System.Net.Sockets;
using System.Text;

namespace SocketSuite;

/// <summary>Options by Linux's numbers: IPPROTO_TCP (6), TCP_NODELAY (1), TCP_CONGESTION (13), TCP_USER_TIMEOUT (18).</summary>
public abstract class RawOptionTests(IpFamily ip)
{
    [Fact]
    public Task A_congestion_control_is_chosen_by_its_name() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetRawSocketOption(6, 13, "reno"u8);
        byte[] name = new byte[16];

        Assert.Equal(16, socket.GetRawSocketOption(6, 13, name));
        Assert.Equal("reno", Encoding.ASCII.GetString(name).TrimEnd('\0'));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_congestion_control_that_does_not_exist_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => socket.SetRawSocketOption(6, 13, "nonesuch"u8)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_number_that_is_cut_short_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetRawSocketOption(6, 1, [1, 0])));
        return Task.CompletedTask;
    });

    // Proves RFC 9293 MUST-21.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(18, 30_000)]
    public Task Numbers_are_kept(int name, int value) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetRawSocketOption(6, name, BitConverter.GetBytes(value));
        byte[] kept = new byte[4];

        Assert.Equal(4, socket.GetRawSocketOption(6, name, kept));
        Assert.Equal(value, BitConverter.ToInt32(kept));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_unknown_option_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetRawSocketOption(6, 999, new byte[4])));
        return Task.CompletedTask;
    });
}
