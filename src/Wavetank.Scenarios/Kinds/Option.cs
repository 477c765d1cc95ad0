using System.Text.Json.Nodes;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A key whose value is a single text of a certain format.</summary>
public abstract class Option : Key
{
    private protected Option(string name, string summary, bool isRequired)
        : base(name, summary, isRequired)
    {
    }

    /// <summary>How the value is written: <c>duration</c>, <c>size</c>, <c>count</c>, …</summary>
    public abstract string Format { get; }

    /// <summary>The value that holds when the key is absent, as a scenario writes it; null when there is none.</summary>
    public abstract string? Default { get; }

    /// <summary>Whether it takes a list of values of its format.</summary>
    internal virtual bool IsList => false;

    internal abstract ValueFormat ValueFormat { get; }

    /// <summary>The range in words (<c>1 to 65535</c>); null when the format alone bounds the value.</summary>
    public abstract string? Range { get; }

    internal abstract object? DefaultValue { get; }

    /// <summary>Tells the schema's words for the bounds of a plain number: <c>minimum</c>, <c>maximum</c>.</summary>
    internal abstract void AddBounds(Action<string, JsonNode> add);

    /// <summary>Reads a value of this option.</summary>
    internal abstract bool TryParse(ReadOnlySpan<char> text, out object? value, out string? problem);
}
