namespace Wavetank.Scenarios;

/// <summary>One thing that is wrong in a scenario: where, what, and what would be right.</summary>
/// <param name="File">The file's name as the user gave it; for a value that came from an override, <c>--set PATH=VALUE</c>.</param>
/// <param name="Line">The line, from 1; 0 when the problem is with the file as a whole or with an override.</param>
/// <param name="Column">The column, from 1; 0 when there is no line.</param>
/// <param name="Path">The place in the scenario, for example <c>links[1].delay</c>; empty when the problem is with the file as a whole.</param>
/// <param name="Message">What is wrong and what would be right, on one line.</param>
public sealed record ScenarioProblem(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>The problem on one line: <c>lab.yaml:12:7: links[1].delay: …</c>.</summary>
    public override string ToString()
    {
        string place = Line > 0 ? $"{File}:{Line}:{Column}" : File;
        return Path.Length > 0 ? $"{place}: {Path}: {Message}" : $"{place}: {Message}";
    }
}
