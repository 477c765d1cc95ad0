using System.Collections.Concurrent;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Sweeping;

/// <summary>Makes a plan out of what a user asks for, and checks every point of it.</summary>
internal static class PlanMaker
{
    /// <summary>Checks the request and all points, and runs nothing.</summary>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="SweepException">The request cannot be done; all that is wrong with its options is listed.</exception>
    /// <exception cref="ScenarioException">The scenario has problems at some points; all of them are listed, each once.</exception>
    internal static SweepPlan Make(SweepRequest request)
    {
        (Design design, IReadOnlyList<long> seeds, double? precision) = DesignOf(request);
        string text = ScenarioText.Load(request.ScenarioFile);
        var plan = new SweepPlan
        {
            ScenarioFile = request.ScenarioFile,
            ScenarioText = text,
            ScenarioName = "",
            Version = ScenarioResults.Version,
            Design = design,
            Seeds = seeds,
        };
        Scenario first = Check(plan);
        IReadOnlyList<Results.MetricRecord> metrics = MetricCatalog.Of(first);
        string[] chosen = [.. MetricCatalog.Find(request.Metrics, metrics).Select(metric => metric.Name)];
        return plan with
        {
            ScenarioName = first.Name,
            Metrics = metrics,
            Precision = precision is { } part ? new PrecisionGoal(part, chosen) : null,
        };
    }

    private static (Design Design, IReadOnlyList<long> Seeds, double? Precision) DesignOf(SweepRequest request)
    {
        var problems = new List<string>();
        List<SweepParameter> parameters = All(request.Set, SweepParameter.Parse, problems);
        List<ParameterRange> ranges = All(request.Ranges, ParameterRange.Parse, problems);
        IReadOnlyList<long> seeds = All([request.Seeds], SweepSeeds.Parse, problems).FirstOrDefault() ?? [];
        double? precision = request.Precision is { } text && All([text], PrecisionGoal.ParsePart, problems) is [var part] ? part : null;
        if (request.Precision is not null && request.Metrics.Count == 0)
            problems.Add("--precision needs to know of what; add --metric NAME, such as --metric client.goodput");
        if (request.HypercubePoints is null && ranges.Count > 0)
            problems.Add("--range is for a Latin hypercube; add --latin-hypercube N, or list values by --set PATH=VALUE,VALUE");
        if (request.HypercubePoints is not null && request.Ranges.Count == 0)
            problems.Add("--latin-hypercube needs ranges to draw from; add --range PATH=LOW..HIGH, such as --range links.bottleneck.rate=1Mbps..100Mbps");

        Design? design = null;
        if (problems.Count == 0)
        {
            design = All([request], asked => asked.HypercubePoints is { } number
                ? LatinHypercube.Draw(number, ranges, parameters, asked.DesignSeed)
                : Design.Grid(parameters), problems).FirstOrDefault();
        }

        return problems.Count == 0 ? (design!, seeds, precision) : throw new SweepException(problems);
    }

    private static List<T> All<TSource, T>(IReadOnlyList<TSource> sources, Func<TSource, T> parse, List<string> problems)
    {
        var results = new List<T>();
        foreach (TSource source in sources)
        {
            try
            {
                results.Add(parse(source));
            }
            catch (SweepException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return results;
    }

    /// <summary>Checks all points, with the first seed.</summary>
    /// <returns>The scenario of the first.</returns>
    private static Scenario Check(SweepPlan plan)
    {
        Scenario? first = null;
        var problems = new ConcurrentDictionary<int, IReadOnlyList<ScenarioProblem>>();
        Parallel.For(0, plan.Design.Points.Count, i =>
        {
            try
            {
                Scenario scenario = ScenarioFile.Parse(plan.ScenarioText, plan.ScenarioFile, plan.Overrides(plan.Design.Points[i], plan.Seeds[0]));
                if (i == 0)
                    first = scenario;
            }
            catch (ScenarioException exception)
            {
                problems[i] = exception.Problems;
            }
        });

        // Many points share a value that is wrong, and the file's own problems are everywhere.
        ScenarioProblem[] distinct = [.. problems.OrderBy(point => point.Key).SelectMany(point => point.Value).Distinct()];
        return distinct.Length == 0 ? first! : throw new ScenarioException(distinct.Length <= MostProblems ? distinct : [.. distinct.Take(MostProblems), NotShown(plan, distinct.Length)]);
    }

    // Nobody reads more.
    private const int MostProblems = 100;

    private static ScenarioProblem NotShown(SweepPlan plan, int number) =>
        new(plan.ScenarioFile, 0, 0, "", $"has {number - MostProblems} more problems like these");
}
