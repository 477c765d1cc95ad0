using System.Diagnostics.CodeAnalysis;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Sockets.Names;

/// <summary>A look-up that a program awaits, or that a blocking program's thread waits for.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A CancellationTokenSource without a timer holds nothing to dispose.")]
internal sealed class LookupOperation<T> : Operation<T>
{
    private readonly CancellationTokenSource _end = new();

    private LookupOperation(Simulator simulator)
        : base(simulator)
    {
    }

    /// <summary>Starts a look-up.</summary>
    /// <param name="simulator">What it runs in.</param>
    /// <param name="lookUp">The look-up.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static LookupOperation<T> Start(Simulator simulator, Func<CancellationToken, Task<T>> lookUp, CancellationToken cancellationToken = default)
    {
        var operation = new LookupOperation<T>(simulator);
        operation.Begin(cancellationToken);
        _ = operation.RunAsync(lookUp);
        return operation;
    }

    /// <summary>Blocks the calling program until the look-up has ended.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not a blocking program.</exception>
    public T Block()
    {
        try
        {
            return Wait();
        }
        catch (InvalidOperationException)
        {
            // Nobody waits for what is asked.
            _end.Cancel();
            throw;
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task<T>> lookUp)
    {
        try
        {
            TryComplete(await lookUp(_end.Token).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // Whatever it is belongs to whoever waits.
            TryFail(exception);
        }
    }

    private protected override void OnCanceled() => _end.Cancel();
}
