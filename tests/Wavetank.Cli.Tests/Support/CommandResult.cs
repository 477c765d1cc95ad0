namespace Wavetank.Cli.Tests.Support;

/// <summary>What a command gave back.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">The lines of its standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, IReadOnlyList<string> Errors);
