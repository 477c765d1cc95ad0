namespace Wavetank.Studies.Traces;

/// <summary>A log of events cannot be read. The message is one line: where, what, and what would be right.</summary>
/// <param name="message">The message.</param>
internal sealed class TraceException(string message) : Exception(message);
