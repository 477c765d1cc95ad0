using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class PacketdrillTests : IDisposable
{
    private const string Good = """
        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        +0 bind(3, ..., ...) = 0
        +0 listen(3, 1) = 0
        +0 < S 0:0(0) win 32792 <mss 1000>
        +0 > S. 0:0(0) ack 1 <mss 1460>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("wavetank-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scripts_that_pass_and_fail_and_do_not_apply_are_told_and_counted()
    {
        string good = Write("a-good.pkt", Good), bad = Write("b-bad.pkt", Good + "\n+1 > . 1:1(0) ack 1"), other = Write("c-other.pkt", "`modprobe tcp_bbr`");

        CommandResult result = Command.Run("packetdrill", _folder);

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Equal(
            $"""
            PASS {good}
            FAIL {bad}
                 {bad}:6:1: the host sent another packet: its flags: S., not .
            """.ReplaceLineEndings("\n"),
            string.Join('\n', result.Output.Split('\n').Take(3)));
        Assert.Contains($"SKIP {other}\n     {other}:1:1: the shell command 'modprobe tcp_bbr' is outside of a simulator\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed, 1 not applicable\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_families_are_run_where_both_are_asked_for()
    {
        string good = Write("good.pkt", Good);

        CommandResult result = Command.Run("packetdrill", "--ip-version", "both", good);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal($"PASS {good} (ipv4)\nPASS {good} (ipv6)\n2 passed, 0 failed, 0 not applicable\n", result.Output);
    }

    [Fact]
    public void What_cannot_be_read_is_told_with_its_place_and_nothing_is_run()
    {
        string good = Write("good.pkt", Good), bad = Write("bad.pkt", "+0 < Z 0:0(0)\n+0 read(3"), missing = Path.Combine(_folder, "missing.pkt");

        CommandResult result = Command.Run("packetdrill", good, bad, missing);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Equal(3, result.Errors.Count);
        Assert.StartsWith($"{bad}:1:6: expected the flags of a segment", result.Errors[0], StringComparison.Ordinal);
        Assert.Equal($"{bad}:2:10: expected ',' or ')' behind an argument, found the end of the script", result.Errors[1]);
        Assert.Contains(missing, result.Errors[2], StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
