using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Tests.Schema;

public sealed class TablesTests
{
    public static TheoryData<string> Applications => [.. ScenarioTables.Applications.Names];

    [Theory]
    [MemberData(nameof(Applications))]
    public void Every_option_of_an_application_has_a_summary_a_right_example_and_a_default_that_reads_back(string name)
    {
        ApplicationKind kind = ScenarioTables.Applications.Find(name)!;

        Assert.EndsWith(".", kind.Summary, StringComparison.Ordinal);
        Assert.All(ScenarioTables.CommonApplicationOptions.Concat(kind.Options), option =>
        {
            Assert.EndsWith(".", option.Summary, StringComparison.Ordinal);
            Assert.True(option.TryParse(option.ValueFormat.Example, out _, out string? problem), $"{option.Name}: {problem}");
            if (option.Default is not { } text)
                return;
            Assert.True(option.TryParse(text, out object? value, out problem), $"{option.Name}: {problem}");
            Assert.Equal(option.DefaultValue, value);
        });
    }

    [Theory]
    [MemberData(nameof(Applications))]
    public void No_option_of_an_application_hides_a_common_one(string name) =>
        Assert.Empty(ScenarioTables.Applications.Find(name)!.Options.Select(o => o.Name)
            .Intersect(ScenarioTables.CommonApplicationOptions.Select(o => o.Name)));

    [Fact]
    public void Unknown_name_is_found_in_no_table() =>
        Assert.Null(ScenarioTables.Queues.Find("FIFO"));
}
