using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class BadInputTests
{
    [Fact]
    public void Six_mistakes_are_six_lines_with_their_places()
    {
        using var lab = new Lab("""
            name: six mistakes
            durration: 10s
            devices:
              server: { kind: host }
              client: { kind: hots }
              core: { kind: router }
            links:
              - { between: [client, core], delay: 50 }
              - { between: [core, servr], loss: 1% }
            applications:
              - { on: server, run: tcp-echo-server, port: 70000 }
              - { on: client, run: tcp-echo-clint, to: "server:5000" }
            """);

        CommandResult result = Command.Run("run", lab.Scenario);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Equal(
            ["2:1: durration", "5:19: devices.client.kind", "8:39: links[0].delay", "9:23: links[1].between[1]", "11:47: applications[0].port", "12:24: applications[1].run"],
            result.Errors.Select(line => string.Join(':', line[(lab.Scenario.Length + 1)..].Split(':')[..3])));
        Assert.All(result.Errors, line => Assert.StartsWith(lab.Scenario, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "SCENARIO is missing (see wavetank run --help)")]
    [InlineData("rnu lab.yaml", "\"rnu\" is not a known verb; did you mean \"run\"? (known: run, check, verify, compare, sweep, diff-trace, list, topology, packetdrill, help) (see wavetank --help)")]
    [InlineData("run lab.yaml --sead 7", "\"--sead\" is not a known option; did you mean \"--seed\"? (see wavetank run --help)")]
    [InlineData("run lab.yaml --debgu", "\"--debgu\" is not a known option; did you mean \"--debug\"? (see wavetank run --help)")]
    [InlineData("run lab.yaml --seed x", "--seed takes a whole number from 0 to 18446744073709551615, not 'x' (see wavetank run --help)")]
    [InlineData("run lab.yaml --out", "--out takes a value: DIR (see wavetank run --help)")]
    [InlineData("run lab.yaml more.yaml", "\"more.yaml\" is one argument too many (see wavetank run --help)")]
    [InlineData("run lab.yaml --format jsn", "--format takes text or json, not 'jsn'; did you mean \"json\"? (see wavetank run --help)")]
    [InlineData("verify lab.yaml --runs 1", "--runs takes a whole number from 2 to 1000, not '1' (see wavetank verify --help)")]
    [InlineData("run lab.yaml --seed 1 --seed 2", "--seed is given more than once (see wavetank run --help)")]
    [InlineData("run lab.yaml --out a --out b", "--out is given more than once (see wavetank run --help)")]
    [InlineData("check", "SCENARIO is missing (see wavetank check --help)")]
    [InlineData("packetdrill /no-such-script.pkt", "/no-such-script.pkt: does not exist")]
    [InlineData("help rnu", "\"rnu\" is not a known verb; did you mean \"run\"? (known: run, check, verify, compare, sweep, diff-trace, list, topology, packetdrill, help)")]
    public void Bad_usage_is_one_line_that_says_what_would_be_right(string arguments, string line)
    {
        CommandResult result = Command.Run(arguments.Split(' '));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal([$"wavetank: {line}"], result.Errors);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void What_cannot_be_listed_is_answered_with_what_can()
    {
        CommandResult result = Command.Run("list", "queue");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.StartsWith("wavetank: \"queue\" is nothing that can be listed; did you mean \"queues\"? (known: devices, topologies, applications, ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("verify")]
    public void A_missing_file_is_one_line(string verb)
    {
        CommandResult result = Command.Run(verb, "no-such-file.yaml");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal(["no-such-file.yaml: does not exist"], result.Errors);
    }

    [Fact]
    public void A_wrong_path_to_set_is_said_with_the_known_ones()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--set", "links.core-server.los=1%");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("did you mean \"loss\"?", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_name_is_said_to_be_empty() =>
        Assert.Equal(["wavetank: SCENARIO is empty; name a scenario file, or - for standard input"], Command.Run("run", "").Errors);

    [Fact]
    public void Problems_of_standard_input_say_where_they_are() =>
        Assert.Equal(
            ["standard input:1:1: devices: takes devices by name such as server: { kind: host }, not a list"],
            [Command.RunWith("devices: []\napplications: []", "run", "-").Errors[0].Replace("1:10:", "1:1:", StringComparison.Ordinal)]);
}
