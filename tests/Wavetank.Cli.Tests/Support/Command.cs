using System.Diagnostics;
using Wavetank.Cli.Output;

namespace Wavetank.Cli.Tests.Support;

/// <summary>Runs the command: in this process, or as a program of its own as a user does.</summary>
internal static class Command
{
    internal static CommandResult Run(params string[] arguments) => Run(new Interruption(), arguments);

    internal static CommandResult Run(Interruption interruption, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = new WavetankCommand(Terminal.Of(output, errors), interruption).Run(arguments);
        return new CommandResult(exitCode, output.ToString(), Lines(errors.ToString()));
    }

    /// <summary>Starts it as a process with redirected output.</summary>
    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Wavetank.Cli.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
