namespace Wavetank.Cli.Output;

/// <summary>A file of the run could not be written; the message is one line that names it and says why.</summary>
internal sealed class OutputFailedException(string message, Exception inner) : Exception(message, inner);
