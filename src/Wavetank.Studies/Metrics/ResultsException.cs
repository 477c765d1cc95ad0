namespace Wavetank.Studies.Metrics;

/// <summary>Results cannot be read. The message is one line: where, what, and what would be right.</summary>
/// <param name="message">The message.</param>
public sealed class ResultsException(string message) : Exception(message);
