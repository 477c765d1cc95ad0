using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Report;

/// <summary>
/// Writes the report of a run as one page of HTML that needs nothing else: it opens from disk, without a network. What it shows stands in
/// it as JSON, schema <c>wavetank.report/1</c>.
/// </summary>
/// <example><code>
/// using var run = new ScenarioRun(scenario);
/// RunRecording recording = run.Record();
/// ScenarioResult result = run.Execute();
/// RunReport.Write(result, recording, new ReportOrigin("lab.yaml", text, "wavetank run lab.yaml --seed 7"), stream);
/// </code></example>
public static class RunReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="result">The results of the run.</param>
    /// <param name="recording">What was recorded in it.</param>
    /// <param name="origin">Where the run came from.</param>
    /// <param name="stream">Where to; UTF-8. It is left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static void Write(ScenarioResult result, RunRecording recording, ReportOrigin origin, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(stream);
        PageTemplate.Report.Write(stream, data => new ReportJson(data, result, recording, origin).Write());
    }
}
