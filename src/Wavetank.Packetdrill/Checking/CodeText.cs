using System.Text.RegularExpressions;
using Wavetank.Packetdrill.Expressions;

namespace Wavetank.Packetdrill.Checking;

/// <summary>Says which assertion does not hold, and what the connection's variables in it are.</summary>
internal static partial class CodeText
{
    public static string Failure(string code, AssertionFailedException failure, Func<string, object?> lookUp)
    {
        int end = code.IndexOf('\n', failure.Offset);
        string line = code[failure.Offset..(end < 0 ? code.Length : end)].Trim();
        IEnumerable<string> values = VariableName().Matches(line).Select(match => match.Value).Distinct()
            .Select(name => $"{name} is {(lookUp(name) is { } value ? PythonValues.ToText(value) : "unknown")}");
        string said = failure.Message.Length == 0 ? "" : $" ({failure.Message})";
        return $"the assertion does not hold{said}\n  {line}\n  {string.Join(", ", values)}".TrimEnd();
    }

    [GeneratedRegex("tcpi_[a-z_]+")]
    private static partial Regex VariableName();
}
