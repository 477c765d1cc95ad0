using Mono.Cecil;

namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>Compares the uses found in an assembly with a table of allowed arrows.</summary>
/// <param name="prefix">The namespace whose children are rooms, with its dot: <c>Wavetank.</c>.</param>
/// <param name="table">The allowed arrows.</param>
internal sealed class ArrowChecker(string prefix, IReadOnlyList<Arrow> table)
{
    /// <summary>One message per use that no arrow allows, in the order of the assembly.</summary>
    public IReadOnlyList<string> Violations(ModuleDefinition module, IReadOnlyCollection<string> rooms) =>
        [.. TypeUseReader.Read(module)
            .Select(use => (Use: use, From: RoomOf(use.User), To: RoomOf(use.Used)))
            .Where(found => found.From is not null && found.To is not null && found.From != found.To)
            .Where(found => rooms.Contains(found.To!) && !IsAllowed(found.From!, found.To!, found.Use.Used))
            .Select(found => Message(found.Use, found.From!, found.To!))];

    /// <summary>The room of a type; null where the type stands outside the prefix, as the compiler's own types do.</summary>
    public string? RoomOf(TypeReference type)
    {
        if (!type.Namespace.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string inner = type.Namespace[prefix.Length..];
        int dot = inner.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? inner : inner[..dot];
    }

    private bool IsAllowed(string from, string to, TypeReference used) =>
        table.Any(arrow => arrow.From == from && arrow.To == to
            && (arrow.What == ArrowScope.AllTypes || used.IsValueType || used.Resolve() is { IsValueType: true }));

    private string Message(TypeUse use, string from, string to)
    {
        bool valuesOnly = table.Any(arrow => arrow.From == from && arrow.To == to);
        string rule = valuesOnly
            ? $"{from} -> {to} is open for structs and enums only"
            : $"there is no arrow {from} -> {to}";
        return $"{use.User.FullName} uses {use.Used.FullName} in {use.Where}, but {rule}.";
    }
}
