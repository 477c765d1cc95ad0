using Wavetank.Cli.Tables;
using Wavetank.Cli.Tests.Support;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Cli.Tests;

public sealed class OtherVerbTests
{
    [Fact]
    public void Check_says_what_a_right_scenario_holds_and_runs_nothing()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("check", lab.Scenario);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal($"{lab.Scenario}: ok (3 hosts, 1 router, 3 links, 3 applications, 2 expectations)\n", result.Output);
    }

    [Fact]
    public void Verify_finds_one_digest()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("verify", lab.Scenario, "--runs", "3");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Matches("^3 runs, one digest: [0-9a-f]{16}\n$", result.Output);
    }

    [Fact]
    public void List_names_every_row_of_every_table()
    {
        string output = Command.Run("list").Output;

        Assert.All(Catalog.All, table =>
        {
            Assert.Contains($"wavetank list {table.Name}", output, StringComparison.Ordinal);
            Assert.All(table.Rows, row =>
            {
                Assert.Contains(row.Name, output, StringComparison.Ordinal);
                Assert.Contains(row.Summary, output, StringComparison.Ordinal);
            });
        });
    }

    [Fact]
    public void List_has_every_table_that_a_scenario_can_name()
    {
        IEnumerable<string> tables = typeof(ScenarioTables).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(KindTable<>))
            .Select(property => string.Concat(property.Name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant());

        Assert.Empty(tables.Except(Catalog.All.Select(table => table.Name)));
    }

    public static TheoryData<string> Tables => [.. Catalog.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void List_of_a_table_names_every_option(string name)
    {
        CommandResult result = Command.Run("list", name);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.All(
            Catalog.All.Single(table => table.Name == name).Rows.SelectMany(row => row.Options),
            option => Assert.Contains(option.Summary, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_verb_the_help_is_shown()
    {
        CommandResult result = Command.Run();

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("verify <SCENARIO>", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_takes_several_files_and_a_bad_one_hides_none()
    {
        using Lab good = new(), bad = new("devices: 5\napplications: []");

        CommandResult result = Command.Run("check", bad.Scenario, good.Scenario);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal($"{good.Scenario}: ok (3 hosts, 1 router, 3 links, 3 applications, 2 expectations)\n", result.Output);
        Assert.All(result.Errors, line => Assert.StartsWith(bad.Scenario, line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_scenario_may_come_by_standard_input()
    {
        CommandResult result = Command.RunWith(Lab.Echo, "run", "-", "--quiet");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("completed at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_a_verb_too()
    {
        Assert.Equal(Command.Run("--help").Output, Command.Run("help").Output);
        Assert.Equal(Command.Run("run", "--help").Output, Command.Run("help", "run").Output);
    }

    [Fact]
    public void Quiet_has_a_short_form()
    {
        using var lab = new Lab();

        Assert.Equal(2, Command.Run("run", lab.Scenario, "-q").Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void The_version_is_one_line() =>
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+[^ ]*\n$", Command.Run("--version").Output);

    [Fact]
    public void Conditions_of_links_are_listed()
    {
        string output = Command.Run("list", "link-conditions").Output;

        Assert.All(["rate", "delay", "jitter", "loss", "duplicate", "reorder", "mtu"], condition => Assert.Matches($"(?m)^  {condition} ", output));
    }
}
