namespace Wavetank.Packetdrill.Model;

/// <summary>An argument of a system call, or a part of one.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record Argument(Place Place)
{
    /// <summary><c>...</c>: whatever the call usually takes.</summary>
    internal sealed record Any(Place Place) : Argument(Place);

    /// <summary>A number, decimal or hexadecimal.</summary>
    internal sealed record Number(Place Place, long Value) : Argument(Place);

    /// <summary>The name of a constant.</summary>
    internal sealed record Word(Place Place, string Name) : Argument(Place);

    /// <summary>A quoted string.</summary>
    internal sealed record Text(Place Place, string Value) : Argument(Place);

    /// <summary>Something like <c>htons(8080)</c>.</summary>
    internal sealed record Function(Place Place, string Name, IReadOnlyList<Argument> Arguments) : Argument(Place);

    /// <summary>Values joined by <c>|</c>.</summary>
    internal sealed record Union(Place Place, IReadOnlyList<Argument> Parts) : Argument(Place);

    /// <summary>Values in square brackets.</summary>
    internal sealed record List(Place Place, IReadOnlyList<Argument> Items) : Argument(Place);

    /// <summary>Fields in braces, with or without names.</summary>
    internal sealed record Structure(Place Place, IReadOnlyList<Field> Fields) : Argument(Place)
    {
        /// <summary>The value of a field, or null where there is none of that name.</summary>
        public Argument? Find(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value;
    }

    /// <summary>A field of a structure.</summary>
    /// <param name="Name">Its name; null where only a value stands.</param>
    /// <param name="Value">Its value.</param>
    internal sealed record Field(string? Name, Argument Value);
}
