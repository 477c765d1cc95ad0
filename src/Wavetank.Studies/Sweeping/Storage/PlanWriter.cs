using System.Text.Json;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>Writes what a sweep is into its database.</summary>
internal static class PlanWriter
{
    internal static void Write(SqliteFile file, SweepPlan plan)
    {
        file.Execute(
            "INSERT INTO sweep VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)",
            plan.Version, plan.ScenarioName, plan.ScenarioFile, plan.ScenarioText, plan.ScenarioHash, plan.Command, plan.Design.Kind, Json(plan.Design.Description),
            SweepSeeds.Format(plan.Seeds), SweepPlan.Confidence, plan.Precision?.Part, Json(plan.Precision?.Metrics ?? []));
        using RepeatedStatement addParameter = file.Prepare("INSERT INTO parameter VALUES ($1, $2, $3)", 3);
        using RepeatedStatement addValue = file.Prepare("INSERT INTO parameter_value VALUES ($1, $2, $3, $4)", 4);
        foreach ((int i, SweepParameter parameter) in plan.Design.Parameters.Index())
        {
            addParameter.Execute(i + 1, parameter.Path, parameter.Unit is { } unit ? QuantityUnitNames.Of(unit) : null);
            foreach ((int k, string value) in parameter.Values.Index())
                addValue.Execute(i + 1, k + 1, value, parameter.NumberOf(value));
        }

        file.Execute("UPDATE metric SET position = NULL");
        using RepeatedStatement addMetric = file.Prepare("INSERT INTO metric VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO UPDATE SET position = excluded.position", 5);
        foreach ((int i, MetricRecord metric) in plan.Metrics.Index())
            addMetric.Execute(metric.Name, i + 1, metric.Unit, metric.Better, metric.Summary);

        using RepeatedStatement addSetting = file.Prepare("INSERT INTO setting VALUES ($1, $2, $3, $4)", 4);
        foreach (SweepPoint point in plan.Design.Points)
        {
            foreach ((int i, SweepParameter parameter) in plan.Design.Parameters.Index())
            {
                string value = parameter.Values[point.Values[i]];
                addSetting.Execute(point.Id, i + 1, value, parameter.NumberOf(value));
            }
        }
    }

    /// <summary>Writes the plan over one that it contains: runs keep their points, which are numbered as if they had always been so many.</summary>
    internal static void Grow(SqliteFile file, SweepPlan plan)
    {
        Dictionary<string, int> numbers = plan.Design.Points.ToDictionary(point => string.Join('\n', point.Settings(plan.Design.Parameters)), point => point.Id, StringComparer.Ordinal);
        (int Old, int New)[] moved = [.. PlanReader.SettingsOfPoints(file).Select(point => (point.Key, numbers[string.Join('\n', point.Value)]))];
        foreach (string table in (string[])["run", "value"])
        {
            // By way of negative numbers, so that no point meets another that has its number still.
            foreach ((int old, int now) in moved.Where(move => move.Old != move.New))
                file.Execute($"UPDATE {table} SET point = $1 WHERE point = $2", -now, old);
            file.Execute($"UPDATE {table} SET point = -point WHERE point < 0");
        }

        foreach (string table in (string[])["statistic", "setting", "parameter_value", "parameter", "sweep"])
            file.Execute($"DELETE FROM {table}");
        Write(file, plan);
    }

    private static string Json(IReadOnlyList<string> texts)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (string text in texts)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
