using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class DiffTraceTests : IDisposable
{
    private const string Events = """
        {"n":1,"time":0,"event":"sent","at":"link/a-b/forward","packet":1,"src":"10.0.0.1","dst":"10.0.0.2","proto":"udp","len":92,"ttl":64,"sport":5000,"dport":7,"payload":64,"hash":"aa"}
        {"time":500000,"event":"fault-begins","fault":"lossy","target":"link a-b","details":"loss: 30%"}
        {"n":2,"time":1000000,"event":"arrived","at":"link/a-b/forward","packet":1,"src":"10.0.0.1","dst":"10.0.0.2","proto":"udp","len":92,"ttl":64,"sport":5000,"dport":7,"payload":64,"hash":"aa"}
        {"n":3,"time":2000000,"event":"sent","at":"link/a-b/backward","packet":2,"src":"10.0.0.2","dst":"10.0.0.1","proto":"udp","len":92,"ttl":64,"sport":7,"dport":5000,"payload":64,"hash":"aa"}

        """;

    private readonly Lab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_first_packet_that_fares_otherwise_is_named_with_what_led_to_it()
    {
        Write("a.ndjson", Events);
        Write("b.ndjson", Events.Replace("\"event\":\"arrived\"", "\"event\":\"dropped\"", StringComparison.Ordinal));

        CommandResult result = Run("a.ndjson", "b.ndjson");

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Equal(
            """
            A  a.ndjson
            B  b.ndjson

            The first packet event that differs is number 2, at 0.001000000 s: packet 1 fares otherwise.

              A  0.001000000 s arrived at link/a-b/forward: packet 1, udp 10.0.0.1:5000 to 10.0.0.2:7, 64 bytes
              B  0.001000000 s dropped at link/a-b/forward: packet 1, udp 10.0.0.1:5000 to 10.0.0.2:7, 64 bytes

            What differs:
              event  A arrived  B dropped

            Faults that both have had until then:
              0.000500000 s lossy begins: link a-b (loss: 30%)

            All that came before it, the same in both:
              0.000000000 s sent at link/a-b/forward: packet 1, udp 10.0.0.1:5000 to 10.0.0.2:7, 64 bytes

            """,
            result.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("\"hash\":\"aa\"", "\"hash\":\"bb\"", "number 1, at 0.000000000 s: the same packet carries other bytes.")]
    [InlineData("\"time\":2000000", "\"time\":2000009", "number 3, at 0.002000000 s: the same event, at another time.")]
    [InlineData("\"ttl\":64", "\"ttl\":63", "number 1, at 0.000000000 s: packet 1 says something else.")]
    [InlineData("\"target\":\"link a-b\"", "\"target\":\"link b-c\"", "The 3 packet events are the same; the faults differ.")]
    public void What_differs_is_said_in_words(string old, string other, string said)
    {
        Write("a.ndjson", Events);
        Write("b.ndjson", Events.Replace(old, other, StringComparison.Ordinal));

        CommandResult result = Run("a.ndjson", "b.ndjson");

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"time\":2000000", "\"time\":\"soon\"")]
    [InlineData("\"time\":2000000", "\"time\":-1")]
    [InlineData("\"time\":2000000", "\"time\":2e99")]
    [InlineData("\"n\":3", "\"n\":\"third\"")]
    [InlineData("\"packet\":2", "\"packet\":[]")]
    public void A_log_that_somebody_edited_differs_and_breaks_nothing(string old, string edited)
    {
        Write("a.ndjson", Events);
        Write("b.ndjson", Events.Replace(old, edited, StringComparison.Ordinal));

        foreach (string[] sides in (string[][])[["a.ndjson", "b.ndjson"], ["b.ndjson", "a.ndjson"]])
        {
            CommandResult result = Run(sides);

            Assert.Equal((ExitCode.ExpectationFailed, 0), (result.ExitCode, result.Errors.Count));
            Assert.Contains("The first packet event that differs is number 3", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_log_that_ends_early_is_said_to()
    {
        Write("a.ndjson", Events);
        Write("b.ndjson", string.Join('\n', Events.Split('\n')[..3]));

        Assert.Contains("number 3, at 0.002000000 s: B has no more, A goes on.", Run("a.ndjson", "b.ndjson").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_that_are_the_same_are_exit_status_0()
    {
        Write("a.ndjson", Events);
        Write("b.ndjson", Events);

        CommandResult result = Run("a.ndjson", "b.ndjson");

        Assert.Equal((ExitCode.Success, true), (result.ExitCode, result.Output.EndsWith("A and B are the same: 3 packet events, and 1 fault.\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_settings_that_are_run_here_part_where_their_logs_do()
    {
        Command.Run("run", _lab.Scenario, "--events", "--out", _lab.PathOf("a"), "-q", "--set", "links.core-server.loss=0%");
        Command.Run("run", _lab.Scenario, "--events", "--out", _lab.PathOf("b"), "-q", "--set", "links.core-server.loss=9%");

        string logs = Run("a", "b").Output;
        string runs = Run("lab.yaml", "--set-a", "links.core-server.loss=0%", "--set-b", "links.core-server.loss=9%").Output;

        Assert.Contains("dropped (link-loss) at link/core-server/", logs, StringComparison.Ordinal);
        Assert.Contains("is next seen so: ", logs, StringComparison.Ordinal);
        Assert.Equal(Body(logs), Body(runs));
    }

    [Fact]
    public void A_fault_that_only_one_side_has_is_told_as_what_led_there()
    {
        CommandResult result = Run("lab.yaml", "--set-b", "timeline=[{ at: 150ms, cut: core-server, for: 100ms }]");

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Contains("Faults that only B has had until then:\n  0.150000000 s cut begins: ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.ndjson", "B is missing; name the log to compare a.ndjson with")]
    [InlineData("lab.yaml", "B is missing; give it other settings by --set-b PATH=VALUE or --seed-b N, or prove that runs repeat with wavetank verify")]
    [InlineData("a.ndjson lab.yaml", "one of A and B is a log and the other a scenario; give two logs (wavetank run SCENARIO --out DIR --events) or two scenarios")]
    [InlineData("a.ndjson b.ndjson", "b.ndjson: does not exist; did you mean \"a.ndjson\"?")]
    [InlineData("a.ndjson empty", "empty/events.ndjson: does not exist; make one with wavetank run SCENARIO --out DIR --events")]
    [InlineData("a.ndjson bad.ndjson", "bad.ndjson:1: is no line of an event log; make one with wavetank run SCENARIO --out DIR --events")]
    [InlineData("a.ndjson a.ndjson --seed-b 3", "--seed-b is for scenarios that are run here; A and B are logs")]
    [InlineData("lab.yaml --seed-b x", "--seed-b takes a whole number from 0 to 18446744073709551615, not 'x' (see wavetank diff-trace --help)")]
    public void What_cannot_be_compared_gets_one_clear_error(string arguments, string error)
    {
        Write("a.ndjson", Events);
        Write("bad.ndjson", "name: lab\n");
        Directory.CreateDirectory(_lab.PathOf("empty"));

        CommandResult result = Run(arguments.Split(' '));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal($"wavetank: {error}", Assert.Single(result.Errors));
    }

    private static string Body(string output) => output[output.IndexOf("\n\n", StringComparison.Ordinal)..];

    private void Write(string name, string text) => File.WriteAllText(_lab.PathOf(name), text.ReplaceLineEndings("\n"));

    private CommandResult Run(params string[] arguments)
    {
        CommandResult result = Command.Run(["diff-trace", .. arguments.Select(word => word.Contains("json", StringComparison.Ordinal) || word is "a" or "b" or "empty" or "lab.yaml" ? _lab.PathOf(word) : word)]);
        return result with
        {
            Output = result.Output.Replace(_lab.PathOf(""), "", StringComparison.Ordinal),
            Errors = [.. result.Errors.Select(line => line.Replace(_lab.PathOf(""), "", StringComparison.Ordinal))],
        };
    }
}
