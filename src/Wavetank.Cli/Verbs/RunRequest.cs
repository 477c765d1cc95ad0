using Wavetank.Cli.Output;

namespace Wavetank.Cli.Verbs;

/// <summary>What the options of <c>wavetank run</c> ask for.</summary>
/// <param name="OutputPath">The directory for files; null for none.</param>
/// <param name="Format">What is printed.</param>
/// <param name="Capture">Whether packets are captured.</param>
/// <param name="CaptureEach">Whether packets are captured into a file for each interface.</param>
/// <param name="Events">Whether packet events are logged.</param>
/// <param name="Quiet">Whether only the last line is printed.</param>
/// <param name="TimeSeries">Whether TCP connections are sampled, also where the scenario does not say so.</param>
/// <param name="CheckInvariants">Whether what must hold is checked.</param>
/// <param name="AllRows">Whether long tables are printed whole.</param>
/// <param name="Parquet">Whether time series are written as Parquet, too.</param>
/// <param name="Report">Whether the report page is written into the directory.</param>
internal sealed record RunRequest(
    string? OutputPath, OutputFormat Format, bool Capture, bool CaptureEach, bool Events, bool Quiet, bool TimeSeries, bool CheckInvariants,
    bool AllRows, bool Parquet, bool Report)
{
    /// <exception cref="BadInputException">The options do not fit together.</exception>
    internal void Validate()
    {
        if (OutputPath is null && (Capture || CaptureEach || Events))
            throw new BadInputException($"{(Capture ? "--capture" : CaptureEach ? "--capture-each" : "--events")} needs a directory to write to; add --out DIR");
        if (OutputPath is null && Parquet)
            throw new BadInputException("--parquet needs a directory to write to; add --out DIR");
        if (OutputPath is null && TimeSeries && Format != OutputFormat.Json)
            throw new BadInputException("--time-series goes into results.json and time-series.csv; add --out DIR or --format json");
    }
}
