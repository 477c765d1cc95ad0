namespace Wavetank.Links.Rules;

/// <summary>A filter expression cannot be understood.</summary>
public sealed class PacketFilterException : FormatException
{
    internal PacketFilterException(string problem, int column, string? unknown = null, IReadOnlyList<string>? known = null)
        : base($"column {column}: {problem}{(known is null ? "" : $" (known: {string.Join(", ", known)})")}")
    {
        Problem = problem;
        Column = column;
        Unknown = unknown;
        Known = known ?? [];
    }

    /// <summary>What is wrong, and what would be right.</summary>
    public string Problem { get; }

    /// <summary>Where in the expression, from 1.</summary>
    public int Column { get; }

    /// <summary>The word that is not known; null where it is something else.</summary>
    public string? Unknown { get; }

    /// <summary>The words that would be known in its place; empty where it is something else.</summary>
    public IReadOnlyList<string> Known { get; }
}
