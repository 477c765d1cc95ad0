using Wavetank.Cli.Output;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios;
using Wavetank.Studies;
using Wavetank.Studies.Sweeping;

namespace Wavetank.Cli;

/// <summary>What went wrong, as lines for people and an exit status for programs. No stack is shown unless it is asked for.</summary>
internal static class Failures
{
    /// <returns>The exit status.</returns>
    internal static int Report(Exception exception, Terminal terminal, bool debug)
    {
        int exitCode;
        switch (exception)
        {
            case ScenarioException scenario:
                foreach (ScenarioProblem problem in scenario.Problems)
                    terminal.WriteErrorLine(problem.ToString());
                exitCode = ExitCode.BadInput;
                break;
            case SweepException sweep:
                foreach (string problem in sweep.Problems)
                    terminal.WriteErrorLine($"wavetank: {problem}");
                exitCode = ExitCode.BadInput;
                break;
            case BadInputException:
                terminal.WriteErrorLine($"wavetank: {exception.Message}");
                exitCode = ExitCode.BadInput;
                break;
            case IOException or UnauthorizedAccessException:
                terminal.WriteErrorLine($"wavetank: {FileProblem.Describe(exception)}");
                exitCode = ExitCode.RunFailed;
                break;
            case ProgramFailedException or InvariantException or RunFailedException or OutputFailedException:
                terminal.WriteErrorLine($"wavetank: {OneLine(exception.Message)}");
                exitCode = ExitCode.RunFailed;
                break;
            case OutOfMemoryException:
                terminal.WriteErrorLine("wavetank: the scenario needs more memory than there is; make its messages smaller, or its groups");
                exitCode = ExitCode.RunFailed;
                break;
            default:
                string hint = debug ? "" : "; run it again with --debug to see where";
                terminal.WriteErrorLine(
                    $"wavetank: internal error, please report it: {exception.GetType().Name}: {OneLine(exception.Message)}{hint}");
                exitCode = ExitCode.RunFailed;
                break;
        }

        if (debug)
            terminal.WriteErrorLine(exception.ToString());
        return exitCode;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
