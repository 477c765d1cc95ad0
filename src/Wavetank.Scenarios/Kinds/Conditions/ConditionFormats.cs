using System.Globalization;
using Wavetank.Links.Rules;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>How values are written that only conditions of links have.</summary>
internal static class ConditionFormats
{
    internal static readonly ValueFormat<string> File = new("file", "a file's name, from the folder of the scenario file", "uplink.trace", FreeText.TryParse);

    internal static readonly ValueFormat<string> Distribution = new(
        "distribution of times", "uniform, normal, pareto, pareto-normal, or a file's name with a table of netem's (.dist)", "normal", FreeText.TryParse);

    internal static readonly ValueFormat<long> SignedBytes = new("bytes", "a whole number of bytes, perhaps negative", "18B", TryParseSignedBytes)
    {
        Pattern = "^-?[0-9]+ *B$|^0$",
    };

    internal static readonly ValueFormat<PacketSelection> Selection =
        new("selection of packets", "all, first 2, every 3, numbers (7, 5-9, a list of them with commas), or a percentage", "first 2", TryParseSelection)
        {
            Pattern = "^ *(all|first +[0-9]+|every +[0-9]+|[0-9]+(\\.[0-9]+)? *%|[0-9]+(-[0-9]+)?( *, *[0-9]+(-[0-9]+)?)*) *$",
            Number = NumberForm.TextOrWhole,
        };

    internal static readonly ValueFormat<PacketSelection> PacketNumbers = new("packet number", "a number from 1 on, or two joined by a hyphen", "10-12", TryParseNumbers)
    {
        Pattern = "^ *[0-9]+(-[0-9]+)?( *, *[0-9]+(-[0-9]+)?)* *$",
        Number = NumberForm.TextOrWhole,
    };

    internal static readonly ValueFormat<PacketFilter> Filter =
        new("packet filter", "an expression in tcpdump's words; see packet-filters.md", "tcp && dst port 80 && syn", TryParseFilter);

    private static bool TryParseSignedBytes(ReadOnlySpan<char> text, out long value, out string? problem)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        ReadOnlySpan<char> digits = trimmed.EndsWith("B") ? trimmed[..^1].TrimEnd() : trimmed is "0" ? trimmed : [];
        bool isRight = long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        problem = isRight ? null : $"{Quoted.Text(text)} is not a number of bytes; write one such as 18B or -4B";
        return isRight;
    }

    private static bool TryParseSelection(ReadOnlySpan<char> text, out PacketSelection? value, out string? problem)
    {
        bool isRight = PacketSelection.TryParse(text.ToString(), out value);
        problem = isRight ? null : $"{Quoted.Text(text)} does not say which packets; write all, first 2, every 3, 7, 5-9, or 10%";
        return isRight;
    }

    private static bool TryParseNumbers(ReadOnlySpan<char> text, out PacketSelection? value, out string? problem)
    {
        bool isRight = PacketSelection.TryParse(text.ToString(), out value) && value.NumberCount > 0;
        problem = isRight ? null : $"{Quoted.Text(text)} is not a packet's number; write one such as 7, or 10-12";
        return isRight;
    }

    private static bool TryParseFilter(ReadOnlySpan<char> text, out PacketFilter? value, out string? problem)
    {
        value = null;
        problem = null;
        try
        {
            value = PacketFilter.Parse(text.ToString());
        }
        catch (PacketFilterException exception)
        {
            string tail = exception.Unknown is null ? "" : KnownNames.Tail(exception.Unknown, exception.Known);
            problem = $"{Quoted.Text(text)} is no expression: at column {exception.Column}, {exception.Problem}{tail}";
        }

        return value is not null;
    }
}
