using System.Globalization;
using System.Text.Json;
using Parquet;
using Parquet.Schema;
using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class TimeSeriesFileTests
{
    [Fact]
    public void The_bytes_of_a_direction_over_time_are_those_that_it_sent()
    {
        using var lab = new Lab();

        Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"), "--time-series", "--set", "links[1].loss=0%");

        JsonElement links = JsonElement.Parse(File.ReadAllText(lab.PathOf("out/results.json"))).GetProperty("links");
        Dictionary<string, int> columns = Columns(lab.PathOf("out/link-series.csv"));
        foreach (JsonElement member in links.EnumerateArray().SelectMany(link => link.GetProperty("members").EnumerateArray()))
        {
            foreach (string direction in (string[])["forward", "backward"])
            {
                long bytes = Rows(lab.PathOf("out/link-series.csv"))
                    .Where(row => row[columns["link"]] == member.GetProperty("name").GetString() && row[columns["direction"]] == direction)
                    .Sum(row => long.Parse(row[columns["bytes"]], CultureInfo.InvariantCulture));
                Assert.Equal(member.GetProperty(direction).GetProperty("bytes").GetInt64(), bytes);
            }
        }
    }

    [Theory]
    [InlineData("time-series")]
    [InlineData("link-series")]
    public async Task Parquet_holds_what_the_text_holds(string name)
    {
        using var lab = new Lab();

        Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"), "--parquet", "--set", "applications[1].count=20");

        string[][] rows = [.. Rows(lab.PathOf($"out/{name}.csv"))];
        await using ParquetReader reader = await ParquetReader.CreateAsync(lab.PathOf($"out/{name}.parquet"));
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        Assert.Equal(rows.Length, group.RowCount);
        foreach ((string column, int index) in Columns(lab.PathOf($"out/{name}.csv")))
        {
            DataField field = reader.Schema.GetDataFields().Single(field => field.Name == column);
            Assert.Equal(rows.Select(row => row[index]), await ReadAsync(group, field, rows.Length));
        }
    }

    [Fact]
    public void Nobody_who_did_not_ask_has_them()
    {
        using var lab = new Lab();

        Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"));

        Assert.Equal(["report.html", "results.json"], Directory.GetFiles(lab.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("timeSeries", File.ReadAllText(lab.PathOf("out/results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_report_there_are_still_series()
    {
        using var lab = new Lab();

        Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"), "--time-series", "--no-report");

        Assert.False(File.Exists(lab.PathOf("out/report.html")));
        Assert.True(File.Exists(lab.PathOf("out/link-series.csv")));
    }

    [Fact]
    public void Parquet_needs_a_directory()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--parquet");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal(["wavetank: --parquet needs a directory to write to; add --out DIR"], result.Errors);
    }

    private static async Task<IEnumerable<string>> ReadAsync(ParquetRowGroupReader group, DataField field, int rows)
    {
        if (field.ClrType == typeof(long))
        {
            long?[] numbers = new long?[rows];
            await group.ReadAsync<long>(field, numbers.AsMemory());
            return numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}"));
        }

        if (field.ClrType == typeof(double))
        {
            double?[] reals = new double?[rows];
            await group.ReadAsync<double>(field, reals.AsMemory());
            return reals.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}"));
        }

        string?[] texts = new string?[rows];
        await group.ReadAsync(field, texts.AsMemory());
        return texts.Select(text => text!);
    }

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split(','));

    private static Dictionary<string, int> Columns(string path) =>
        File.ReadLines(path).First().Split(',').Select((name, index) => (name, index)).ToDictionary();
}
