using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

internal sealed partial class EventLoop
{
    private Exception? _failure;

    /// <summary>A failure that ends the run, thrown to the caller of Run.</summary>
    public Exception? Failure
    {
        get => _failure;
        set
        {
            _failure = value;
            _isDisturbed = true;
        }
    }

    /// <summary>The first failure that ended a run; later runs go on without what failed.</summary>
    public Exception? FirstFailure { get; private set; }

    /// <summary>What a task that nobody awaits ended with fails the run too, at its end.</summary>
    private void SeeToUnobserved(bool asksCollector)
    {
        if (simulator.Thrown.EndRun(asksCollector) is { } failure)
        {
            Failure ??= new ProgramFailedException(
                $"Program '{failure.Program}' on host '{failure.Host}' failed at {failure.Time}: {failure.Exception.GetType().Name}: {failure.Exception.Message}"
                + " (in a task that nobody awaits, so that the run went on without it)",
                failure.Exception);
        }
    }
}
