using System.Diagnostics;
using Wavetank.Compare.Comparison;

namespace Wavetank.Compare.Measuring;

/// <summary>Runs one side of a row as a process of its own, so that none inherits another's heap, and reads its figures.</summary>
internal static class ChildRun
{
    /// <param name="side">Whose program it is.</param>
    /// <param name="command">A workload, or an ns-3 program, and its parameters.</param>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static Figures Run(Side side, string command)
    {
        string[] words = command.Split(' ');
        ProcessStartInfo start = side == Side.Ns3
            ? new(Ns3.ProgramOf(words[0]), words[1..])
            : new(Environment.ProcessPath!, [.. OwnAssembly(), "run", .. words]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Figures.Parse(output)
            : throw new InvalidOperationException($"'{command}' ended with status {process.ExitCode}: {errors.Result.Trim()}");
    }

    /// <summary>What the host program has to be told where it is <c>dotnet</c> itself.</summary>
    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ChildRun).Assembly.Location] : [];
}
