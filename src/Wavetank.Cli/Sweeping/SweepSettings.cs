namespace Wavetank.Cli.Sweeping;

/// <summary>How a sweep is run; nothing of it changes what comes out.</summary>
/// <param name="Database">The database's file.</param>
/// <param name="Workers">How many runs side by side.</param>
/// <param name="RetryFailed">Whether runs are made again that failed.</param>
/// <param name="Quiet">Whether only the last line is printed.</param>
internal sealed record SweepSettings(string Database, int Workers, bool RetryFailed, bool Quiet);
