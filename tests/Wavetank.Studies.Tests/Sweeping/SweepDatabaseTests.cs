using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Studies.Tests.Sweeping;

public sealed class SweepDatabaseTests : IDisposable
{
    private readonly TemporarySweep _sweep = new();

    [Fact]
    public void Database_in_use_is_refused_to_a_second_sweep_and_to_a_reader()
    {
        using SweepDatabase first = SweepDatabase.Open(_sweep.Database, TemporarySweep.Plan());

        Assert.Contains("in use by a sweep", Refusal(TemporarySweep.Plan()), StringComparison.Ordinal);
        Assert.Contains("in use by a sweep", Assert.Throws<SweepException>(() => ArchiveReader.Read(_sweep.Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_of_another_sweep_is_refused_with_all_that_differs()
    {
        SweepPlan plan = TemporarySweep.Plan();
        _sweep.Go(plan);
        IReadOnlyList<string> before = _sweep.Dump();

        string refusal = Refusal(plan with
        {
            ScenarioText = "name: another",
            Version = "1.2.4",
            Design = Design.Grid([SweepParameter.Parse("links.core.loss=1%,2%")]),
            Seeds = [1, 2],
            Precision = new PrecisionGoal(0.05, [TemporarySweep.Metric]),
        });
        Assert.Contains("the text of its scenario (lab.yaml) is not that of lab.yaml", refusal, StringComparison.Ordinal);
        Assert.Contains("it was run by Wavetank 1.2.3, and this is 1.2.4", refusal, StringComparison.Ordinal);
        Assert.Contains("it sets links.core.rate, links.core.delay, not links.core.loss", refusal, StringComparison.Ordinal);
        Assert.Contains("it has the seeds 1..6", refusal, StringComparison.Ordinal);
        Assert.Contains("it asks for no precision", refusal, StringComparison.Ordinal);
        Assert.Equal(before, _sweep.Dump());
    }

    [Fact]
    public void Values_are_not_taken_away()
    {
        _sweep.Go(TemporarySweep.Plan());
        Assert.Contains("it has links.core.rate=2Mbps, and values can be added but not taken away", Refusal(TemporarySweep.Plan(rates: "1Mbps,4Mbps")), StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_before_others_are_refused_where_their_order_counts()
    {
        _sweep.Go(TemporarySweep.Plan(precision: 0.05));
        Assert.Contains("seeds can be added behind them", Refusal(TemporarySweep.Plan(seeds: "0..6", precision: 0.05)), StringComparison.Ordinal);
        _sweep.Go(TemporarySweep.Plan(seeds: "1..9", precision: 0.05));
    }

    [Fact]
    public void File_that_is_no_database_and_a_database_of_another_program_are_refused_and_left_as_they_are()
    {
        File.WriteAllText(_sweep.Database, new string('x', 5000));
        Assert.Contains("is no database", Refusal(TemporarySweep.Plan()), StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(_sweep.Database).Length);

        File.Delete(_sweep.Database);
        using (SqliteFile other = SqliteFile.Open(_sweep.Database, readOnly: false))
            other.Execute("CREATE TABLE mine (id INTEGER)");
        Assert.Contains("is not the database of a sweep", Refusal(TemporarySweep.Plan()), StringComparison.Ordinal);
        Assert.Contains("is not the database of a sweep", Assert.Throws<SweepException>(() => ArchiveReader.Read(_sweep.Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_is_what_was_asked_for()
    {
        SweepPlan plan = TemporarySweep.Plan(precision: 0.05);
        _sweep.Go(plan);

        SweepPlan read = ArchiveReader.Read(_sweep.Database).Plan;
        Assert.Equal(plan.Command, read.Command);
        Assert.Equal(plan.ScenarioHash, read.ScenarioHash);
        Assert.Equal(plan.Design.Points.Select(point => point.Settings(plan.Design.Parameters)), read.Design.Points.Select(point => point.Settings(read.Design.Parameters)));
        Assert.Equal(
            "wavetank sweep lab.yaml --set links.core.rate=1Mbps,2Mbps,4Mbps --set links.core.delay=10ms,20ms --seeds 1..6 --precision 5% --metric client.goodput",
            read.Command);
    }

    public void Dispose() => _sweep.Dispose();

    private string Refusal(SweepPlan plan) => Assert.Throws<SweepException>(() => SweepDatabase.Open(_sweep.Database, plan).Dispose()).Message;
}
