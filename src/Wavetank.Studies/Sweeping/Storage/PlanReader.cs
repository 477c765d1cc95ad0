using System.Text.Json;
using Microsoft.Data.Sqlite;
using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>Reads what a sweep is out of its database.</summary>
internal static class PlanReader
{
    internal static SweepPlan Read(SqliteFile file)
    {
        IReadOnlyList<SweepParameter> parameters = Parameters(file);
        return file.Rows("SELECT wavetank, scenario_name, scenario_file, scenario_text, design, description, seeds, precision, precision_metrics FROM sweep")
            .Select(row => new SweepPlan
            {
                Version = row.GetString(0),
                ScenarioName = row.GetString(1),
                ScenarioFile = row.GetString(2),
                ScenarioText = row.GetString(3),
                Design = new Design(row.GetString(4), Texts(row.GetString(5)), parameters, []),
                Seeds = SweepSeeds.Parse(row.GetString(6)),
                Precision = row.IsDBNull(7) ? null : new PrecisionGoal(row.GetDouble(7), Texts(row.GetString(8))),
            })
            .ToList()
            .Select(plan => plan with { Design = plan.Design with { Points = Points(file, parameters) } })
            .Single();
    }

    /// <summary>The settings of each point, as <c>--set</c> takes them.</summary>
    internal static Dictionary<int, List<string>> SettingsOfPoints(SqliteFile file)
    {
        var settings = new Dictionary<int, List<string>>();
        foreach (SqliteDataReader row in file.Rows("SELECT point, path, value FROM setting JOIN parameter ON parameter = parameter.position ORDER BY point, parameter"))
        {
            if (!settings.TryGetValue(row.GetInt32(0), out List<string>? texts))
                settings[row.GetInt32(0)] = texts = [];
            texts.Add($"{row.GetString(1)}={row.GetString(2)}");
        }

        // A sweep over seeds alone has one point, where nothing is set.
        return settings.Count > 0 ? settings : new() { [1] = [] };
    }

    /// <summary>Refuses a database whose sweep is not contained in the plan; the message says all that differs.</summary>
    /// <exception cref="SweepException">It is not.</exception>
    internal static void RefuseOthers(string path, SqliteFile file, SweepPlan plan)
    {
        string[] differences = [.. Differences(Read(file), plan)];
        if (differences.Length > 0)
            throw new SweepException($"{path}: is the database of another sweep: {string.Join("; ", differences)}. Another file can be named by --db");
    }

    private static IEnumerable<string> Differences(SweepPlan old, SweepPlan plan)
    {
        if (old.ScenarioText != plan.ScenarioText)
            yield return $"the text of its scenario ({old.ScenarioFile}) is not that of {plan.ScenarioFile}";
        if (old.Version != plan.Version)
            yield return $"it was run by Wavetank {old.Version}, and this is {plan.Version}";
        if (old.Design.Kind != plan.Design.Kind)
            yield return $"it is a {old.Design.Kind}, not a {plan.Design.Kind}";
        else if (old.Design.Kind == Design.HypercubeKind && !old.Design.Description.SequenceEqual(plan.Design.Description))
            yield return $"its points were drawn by {string.Join(' ', old.Design.Description)}";
        else if (!old.Design.Parameters.Select(parameter => parameter.Path).SequenceEqual(plan.Design.Parameters.Select(parameter => parameter.Path)))
            yield return $"it sets {Names(old.Design.Parameters)}, not {Names(plan.Design.Parameters)}";
        else
        {
            foreach ((SweepParameter was, SweepParameter now) in old.Design.Parameters.Zip(plan.Design.Parameters))
            {
                if (was.Values.Except(now.Values, StringComparer.Ordinal).FirstOrDefault() is { } gone)
                    yield return $"it has {was.Path}={gone}, and values can be added but not taken away";
            }
        }

        // Which seeds are enough follows from their order, so with a precision they can only be added behind the others.
        bool grows = plan.Precision is null ? !old.Seeds.Except(plan.Seeds).Any() : plan.Seeds.Take(old.Seeds.Count).SequenceEqual(old.Seeds);
        if (!grows)
            yield return $"it has the seeds {SweepSeeds.Format(old.Seeds)}, and seeds can be added{(plan.Precision is null ? "" : " behind them")} but not taken away";
        if (old.Precision?.ToString() != plan.Precision?.ToString())
            yield return old.Precision is { } goal ? $"its precision is {goal}" : "it asks for no precision";
    }

    private static string Names(IReadOnlyList<SweepParameter> parameters) => parameters.Count == 0 ? "nothing" : string.Join(", ", parameters.Select(parameter => parameter.Path));

    private static List<SweepParameter> Parameters(SqliteFile file)
    {
        var values = file.Rows("SELECT path, value FROM parameter_value JOIN parameter ON parameter = parameter.position ORDER BY parameter, parameter_value.position")
            .Select(row => (Path: row.GetString(0), Value: row.GetString(1)))
            .ToList();
        return [.. values.GroupBy(row => row.Path, StringComparer.Ordinal).Select(group => new SweepParameter(group.Key, [.. group.Select(row => row.Value)]))];
    }

    private static List<SweepPoint> Points(SqliteFile file, IReadOnlyList<SweepParameter> parameters)
    {
        Dictionary<string, int>[] places = [.. parameters.Select(parameter =>
            parameter.Values.Index().ToDictionary(value => $"{parameter.Path}={value.Item}", value => value.Index, StringComparer.Ordinal))];
        return [.. SettingsOfPoints(file).OrderBy(point => point.Key).Select(point => new SweepPoint(point.Key, [.. point.Value.Select((text, i) => places[i][text])]))];
    }

    private static string[] Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(text => text.GetString()!)];
    }
}
