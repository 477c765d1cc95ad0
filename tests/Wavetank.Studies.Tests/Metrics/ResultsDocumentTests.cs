using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Tests.Metrics;

public sealed class ResultsDocumentTests
{
    [Theory]
    [InlineData("{", "results.json:1:2: is not JSON; write it with wavetank run --out, or RunMetrics.Save")]
    [InlineData("[]", "results.json: has no \"schema\": \"wavetank.results/1\", so it is no results.json of Wavetank")]
    [InlineData("""{ "schema": "wavetank.results/2" }""", "results.json: has schema \"wavetank.results/2\"; this version reads \"wavetank.results/1\"")]
    [InlineData("""{ "schema": "wavetank.results/1" }""", "results.json: has no \"scenario\", the name of what was run")]
    [InlineData(
        """{ "schema": "wavetank.results/1", "scenario": "x", "seed": 7 }""",
        "results.json: has no \"seed\", a whole number written as text such as \"7\"")]
    [InlineData(
        """{ "schema": "wavetank.results/1", "scenario": "x", "seed": "7", "metrics": [{ "value": 1 }] }""",
        "results.json: metrics[0]: has no \"name\", such as \"client.latency.p99\"")]
    [InlineData(
        """{ "schema": "wavetank.results/1", "scenario": "x", "seed": "7", "metrics": [{ "name": "a", "unit": "byte" }] }""",
        "results.json: metrics[0]: \"byte\" is not a known unit; did you mean \"bytes\"? (known: count, bytes, ns, bits per second, part, mean)")]
    [InlineData(
        """{ "schema": "wavetank.results/1", "scenario": "x", "seed": "7", "metrics": [{ "name": "a", "unit": "ns" }, { "name": "a", "unit": "ns" }] }""",
        "results.json: metrics[1]: has the name \"a\", which another metric has, too")]
    public void A_document_that_is_none_gets_one_clear_error(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("results.json", text);

        ResultsException exception = Assert.Throws<ResultsException>(() => RunMetrics.Load(file));

        Assert.Equal(message, exception.Message.Replace(file, "results.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_missing_is_named_with_the_one_that_may_be_meant()
    {
        using var folder = new TemporaryFolder();
        folder.Write("result.json", "{}");

        ResultsException exception = Assert.Throws<ResultsException>(() => RunMetrics.Load(folder.PathOf("")));

        Assert.EndsWith("results.json: does not exist; did you mean \"result.json\"?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_figures_has_no_metrics()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(RunMetrics.Load(folder.Write("x.json", """{ "schema": "wavetank.results/1", "scenario": "x", "seed": "7" }""")).Measurements);
    }

    [Fact]
    public void A_kind_that_is_not_known_here_has_the_figures_that_it_has()
    {
        using var folder = new TemporaryFolder();
        RunMetrics run = RunMetrics.Load(folder.Write("x.json", """
            { "schema": "wavetank.results/1", "scenario": "x", "seed": "7",
              "applications": [{ "on": "a", "name": "mine", "kind": "mine", "count": 3, "errors": 0, "roundTrip": null, "figures": { "depth": 4.5 } }] }
            """));

        Assert.Equal((3, null, 4.5), (run.Find("a.count")!.Value, run.Find("a.goodput")!.Value, run.Find("a.depth")!.Value));
    }
}
