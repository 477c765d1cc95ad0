namespace Wavetank.Cli;

/// <summary>What the user asked for cannot be done; the message is one line that says what is wrong and what would be right.</summary>
internal sealed class BadInputException(string message) : Exception(message);
