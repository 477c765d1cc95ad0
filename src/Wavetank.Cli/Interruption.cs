using System.Runtime.InteropServices;

namespace Wavetank.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the run to stop, so that what was measured is kept; a second ends the process as it would
/// without this type.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Action? _stop;

    /// <summary>The exit status that the interruption asks for; null while there was none.</summary>
    internal int? ExitCode { get; private set; }

    /// <summary>Listens to the signals of this process.</summary>
    internal static Interruption OfThisProcess()
    {
        var interruption = new Interruption();
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = interruption.Raise(Cli.ExitCode.Interrupted)));
        interruption._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = interruption.Raise(Cli.ExitCode.Terminated)));
        return interruption;
    }

    /// <summary>Names what is to be stopped from now on; at once, if it was asked for before.</summary>
    internal void StopWith(Action stop)
    {
        lock (_lock)
        {
            _stop = stop;
            if (ExitCode is not null)
                stop();
        }
    }

    /// <returns>Whether this was the first, so that the process may go on to its orderly end.</returns>
    internal bool Raise(int exitCode)
    {
        lock (_lock)
        {
            if (ExitCode is not null)
                return false;
            ExitCode = exitCode;
            _stop?.Invoke();
            return true;
        }
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());
}
