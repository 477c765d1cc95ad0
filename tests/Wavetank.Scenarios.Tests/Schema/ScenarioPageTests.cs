using System.Text.RegularExpressions;
using Wavetank.Scenarios.Schema;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Schema;

/// <summary>docs/reference/scenario.md says what the tables say.</summary>
public sealed partial class ScenarioPageTests
{
    private static readonly string Path = Repository.PathOf("docs", "reference", "scenario.md");

    [Fact]
    public void The_page_is_made_from_the_tables()
    {
        string page = File.ReadAllText(Path);
        int at = page.IndexOf(ScenarioPage.Marker, StringComparison.Ordinal);
        Assert.True(at > 0, "The page lacks the line behind which it is made.");
        string made = $"{page[..at]}{ScenarioPage.Marker}\n\n{ScenarioPage.Build()}";
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
            File.WriteAllText(Path, made);

        Assert.True(File.ReadAllText(Path) == made, "docs/reference/scenario.md differs from the tables; run the tests with WAVETANK_ACCEPT=1, and read the difference.");
    }

    [Fact]
    public void The_example_of_the_page_is_right_and_holds()
    {
        string example = Example().Match(File.ReadAllText(Path)).Groups[1].Value;

        Assert.Empty(Lab.Problems(example));
        Assert.Equal([], Runs.Execute(example).Expectations.Where(expectation => !expectation.Holds).Select(expectation => expectation.Expectation.Text));
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
