using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class TopologyVerbTests
{
    [Fact]
    public void A_scenario_is_written_for_Graphviz_and_nothing_is_run()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("topology", lab.Scenario);

        Assert.Equal((ExitCode.Success, 0), (result.ExitCode, result.Errors.Count));
        Assert.StartsWith("graph network {", result.Output, StringComparison.Ordinal);
        Assert.Contains("[kind=router", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "graph LR")]
    [InlineData("graphml", "<graphml")]
    public void Other_formats_are_written_into_a_file(string format, string beginning)
    {
        using var lab = new Lab();
        string file = Path.Combine(Path.GetDirectoryName(lab.Scenario)!, "network.txt");

        CommandResult result = Command.Run("topology", lab.Scenario, "--format", format, "--out", file);

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(beginning, File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_seed_draws_is_what_is_written()
    {
        using var lab = new Lab();
        File.WriteAllText(lab.Scenario, "topology: { kind: barabasi-albert }\napplications: [{ on: host-1, run: udp-echo-server, port: 7 }]\n");

        Assert.Equal(Command.Run("topology", lab.Scenario, "--seed", "3").Output, Command.Run("topology", lab.Scenario, "--seed", "3").Output);
        Assert.NotEqual(Command.Run("topology", lab.Scenario, "--seed", "3").Output, Command.Run("topology", lab.Scenario, "--seed", "4").Output);
    }

    [Fact]
    public void A_format_that_is_none_is_answered_with_those_that_are() =>
        Assert.Equal(
            "wavetank: --format takes dot, mermaid, graphml, not 'dott'; did you mean \"dot\"? (see wavetank topology --help)",
            Assert.Single(Command.Run("topology", "lab.yaml", "--format", "dott").Errors));

    [Fact]
    public void A_file_that_cannot_be_written_is_one_line()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("topology", lab.Scenario, "--out", Path.Combine(lab.Scenario, "x.dot"));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("cannot be written", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_followed_and_stays_one()
    {
        using var lab = new Lab();
        string target = lab.PathOf("target.dot"), link = lab.PathOf("link.dot");
        File.WriteAllText(target, new string('x', 100_000));
        File.CreateSymbolicLink(link, target);

        Assert.Equal(ExitCode.Success, Command.Run("topology", lab.Scenario, "--out", link).ExitCode);

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(Command.Run("topology", lab.Scenario).Output, File.ReadAllText(target));
    }
}
