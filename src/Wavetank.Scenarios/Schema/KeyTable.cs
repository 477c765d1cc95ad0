using System.Text;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Schema;

/// <summary>The keys of a mapping as a table of a page: value, default, meaning.</summary>
internal static class KeyTable
{
    internal static void Append(StringBuilder page, IEnumerable<Key> keys) => MarkdownTable.Append(
        page, ["key", "value", "default", "meaning"], keys.Select(key => (string[])[$"`{key.Name}`", ValueOf(key), DefaultOf(key), key.Summary]));

    private static string ValueOf(Key key) => key switch
    {
        Section section => $"such as `{section.Example}`",
        Option { Range: { } range } option => $"{option.Format}, {range}",
        Option { ValueFormat.Choices: { } choices } => string.Join(", ", choices.Select(choice => $"`{choice.Name}`")),
        _ => ((Option)key).Format,
    };

    private static string DefaultOf(Key key) => key.IsRequired ? "required" : (key as Option)?.Default ?? "-";
}
