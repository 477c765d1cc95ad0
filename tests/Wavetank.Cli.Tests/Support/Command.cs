using System.Diagnostics;
using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Devices;

namespace Wavetank.Cli.Tests.Support;

/// <summary>Runs the command: in this process, or as a program of its own as a user does.</summary>
internal static class Command
{
    internal static CommandResult Run(params string[] arguments) => Run(new Interruption(), arguments);

    /// <summary>Runs it with a text on standard input.</summary>
    internal static CommandResult RunWith(string input, params string[] arguments) => Run(new Interruption(), input, arguments);

    internal static CommandResult Run(Interruption interruption, params string[] arguments) => Run(interruption, "", arguments);

    /// <summary>Runs it on networks into which something is put.</summary>
    internal static CommandResult RunOn(Action<Network> prepare, params string[] arguments) => Run(new Interruption(), "", arguments, prepare);

    private static CommandResult Run(Interruption interruption, string input, string[] arguments, Action<Network>? prepare = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = new WavetankCommand(Terminal.Of(output, errors, new MemoryStream(Encoding.UTF8.GetBytes(input))), interruption, prepare).Run(arguments);
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
