namespace Wavetank.Scenarios.Kinds;

/// <summary>Something that the timeline may do to the network.</summary>
public sealed class ActionKind : Kind
{
    internal ActionKind(string name, string summary, params IReadOnlyList<Key> keys)
        : base(name, summary)
    {
        Target = Option<string>.Required(name, ValueFormats.LinkName, $"{summary} The value is the link's name, or that of a group of links.");
        Keys = keys;
    }

    internal Option<string> Target { get; }

    /// <summary>What may be set, beside when and for how long. An action that has options needs at least one of them.</summary>
    public IReadOnlyList<Option> Options => [.. Keys.OfType<Option>()];

    /// <summary>The same, with what is a mapping or a list.</summary>
    internal IReadOnlyList<Key> Keys { get; }
}
