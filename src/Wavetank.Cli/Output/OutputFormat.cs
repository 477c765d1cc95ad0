namespace Wavetank.Cli.Output;

/// <summary>What <c>--format</c> may ask for.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,
}
