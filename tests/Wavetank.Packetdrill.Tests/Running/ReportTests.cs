namespace Wavetank.Packetdrill.Tests.Running;

/// <summary>What a script that fails, or does not apply, says.</summary>
public sealed class ReportTests
{
    private const string Listen = """
        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        +0 bind(3, ..., ...) = 0
        +0 listen(3, 1) = 0
        +0 < S 0:0(0) win 32792 <mss 1000>

        """;

    [Fact]
    public void Another_packet_than_expected_is_shown_beside_it()
    {
        ScriptResult result = Run(Listen + "+0 > S. 0:0(0) ack 2 <mss 1460>");

        Assert.Equal(ScriptVerdict.Failed, result.Verdict);
        Assert.Equal(
            """
            s.pkt:5:1: the host sent another packet: its acknowledgment: 1, not 2
              expected > S. 0:0(0) ack 2 <mss 1460>
              actual   > S. 0:0(0) ack 1 win 64240 <mss 1460>
              sent at 0.000000 s
            """,
            result.Message);
    }

    [Fact]
    public void A_packet_that_does_not_come_is_missed()
    {
        ScriptResult result = Run(Listen + "+0 > S. 0:0(0) ack 1 <...>\n+.1 > . 1:1(0) ack 1");

        Assert.StartsWith("s.pkt:6:1: the host sent no packet until 0.104000 s", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_at_the_wrong_time_is_told()
    {
        ScriptResult result = Run(Listen + "+.1 > S. 0:0(0) ack 1 <...>");

        Assert.StartsWith("s.pkt:5:1: the packet came too early: expected at 0.100000 s", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+0 bind(3, ..., ...) = 0", "bind returned -1 EINVAL, not 0")]
    [InlineData("+0 read(9, ..., 10) = 0", "read returned -1 EBADF, not 0")]
    [InlineData("+0 accept(3, ..., ...) = 4", "accept blocks: it has not returned at 0.004000 s")]
    [InlineData("+0...0.5 accept(3, ..., ...) = 4\n+.1 < . 1:1(0) ack 1 win 100", "accept returned at 0.100000 s, not at 0.500000 s")]
    public void A_system_call_that_does_something_else_is_told(string line, string message)
    {
        ScriptResult result = Run(Listen + "+0 > S. 0:0(0) ack 1 <...>\n" + line);

        Assert.Equal(ScriptVerdict.Failed, result.Verdict);
        Assert.StartsWith($"s.pkt:6:1: {message}", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assertion_that_does_not_hold_is_shown_with_its_variables()
    {
        ScriptResult result = Run(Listen + "+0 > S. 0:0(0) ack 1 <...>\n+0 %{\nassert tcpi_snd_cwnd == 3, tcpi_snd_cwnd\n}%");

        Assert.Equal(
            """
            s.pkt:7:1: the assertion does not hold (10)
              assert tcpi_snd_cwnd == 3, tcpi_snd_cwnd
              tcpi_snd_cwnd is 10
            """,
            result.Message);
    }

    [Fact]
    public void What_code_prints_is_kept() => Assert.Equal(["cwnd 10"], Run(Listen + "+0 %{ print('cwnd %d' % tcpi_snd_cwnd) }%").Output);

    [Theory]
    [InlineData("+0 `rm -rf build`", "s.pkt:1:1: the shell command 'rm -rf build' is outside of a simulator")]
    [InlineData("`sysctl -q net.ipv4.tcp_mtu_probing=2`", "s.pkt:1:1: tcp_mtu_probing is modelled as 0 or 1 only, not as 2")]
    [InlineData("`sysctl -q net.core.somaxconn=5`", "s.pkt:1:1: the system setting net.core.somaxconn is not modelled")]
    [InlineData("`sysctl -q net.ipv4.tcp_congestion_control=vegas`", "s.pkt:1:1: the congestion control 'vegas' is not modelled")]
    [InlineData("--mtux=5\n0 close(3) = 0", "s.pkt:1:1: the option --mtux=5 is not modelled")]
    [InlineData("0 splice(3, 4) = 0", "s.pkt:1:1: the system call 'splice' is not modelled")]
    [InlineData("0 < S 0:0(0) win 1 <mss 1000,FO>", "s.pkt:1:30: TCP Fast Open (RFC 7413) is not modelled")]
    [InlineData("0 > SA. 0:0(0)", "s.pkt:1:5: accurate ECN is not modelled")]
    [InlineData("0 %{ for i in x }%", "s.pkt:1:6: 'for' begins no statement that is understood here")]
    public void What_is_not_modelled_makes_a_script_not_applicable(string script, string message)
    {
        ScriptResult result = Run(script);

        Assert.Equal(ScriptVerdict.NotApplicable, result.Verdict);
        Assert.StartsWith(message, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_file_beside_the_script_is_read()
    {
        string folder = Directory.CreateTempSubdirectory("wavetank-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "setup.sh"), "#!/bin/bash\nsysctl -q net.ipv4.tcp_rmem=\"4096 540000 $((15*1024*1024))\" \\\n  net.ipv4.tcp_timestamps=0\n");
            string script = Path.Combine(folder, "s.pkt");
            File.WriteAllText(script, """
                `./setup.sh`
                0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
                +0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
                +0 > S 0:0(0) <mss 1460,nop,nop,sackOK,nop,wscale 8>
                """);

            Assert.Equal(ScriptVerdict.Passed, PacketdrillScript.Load(script).Run().Verdict);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ScriptResult Run(string script) => PacketdrillScript.Parse(script, "s.pkt").Run();
}
