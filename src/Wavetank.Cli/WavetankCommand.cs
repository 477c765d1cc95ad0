using System.CommandLine;
using System.CommandLine.Help;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Cli.Verbs;
using Wavetank.Devices;

namespace Wavetank.Cli;

/// <summary>The command: its verbs, and how what goes wrong becomes lines and an exit status.</summary>
internal sealed class WavetankCommand
{
    private readonly Terminal _terminal;
    private readonly RootCommand _root = new("Wavetank simulates networks: virtual devices, real socket code, the conditions you set.");

    /// <param name="terminal">Where it writes.</param>
    /// <param name="interruption">What ends it from outside.</param>
    /// <param name="prepare">Called with each network before it runs; what a test puts into a run that must fail.</param>
    internal WavetankCommand(Terminal terminal, Interruption interruption, Action<Network>? prepare = null)
    {
        _terminal = terminal;
        _root.Add(GlobalOptions.Debug);
        _root.Add(RunVerb.Create(terminal, interruption, prepare));
        _root.Add(CheckVerb.Create(terminal));
        _root.Add(VerifyVerb.Create(terminal, interruption, prepare));
        _root.Add(CompareVerb.Create(terminal, interruption, prepare));
        _root.Add(SweepVerb.Create(terminal, interruption, prepare));
        _root.Add(DiffTraceVerb.Create(terminal, interruption));
        _root.Add(ListVerb.Create(terminal));
        _root.Add(TopologyVerb.Create(terminal));
        _root.Add(PacketdrillVerb.Create(terminal));
        _root.Add(HelpVerb.Create(_root));
        _root.SetAction(result => new HelpAction().Invoke(result));
    }

    /// <returns>The exit status.</returns>
    internal int Run(IReadOnlyList<string> arguments)
    {
        ParseResult parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (string line in UsageErrors.Describe(parsed))
                _terminal.WriteErrorLine($"wavetank: {line}");
            return ExitCode.BadInput;
        }

        try
        {
            // Signals and exceptions are handled here, so the library must not.
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = _terminal.Output,
                Error = _terminal.Error,
            });
        }
        catch (Exception exception)
        {
            return Failures.Report(exception, _terminal, parsed.GetValue(GlobalOptions.Debug));
        }
    }
}
