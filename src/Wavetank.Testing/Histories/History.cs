using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Testing.Histories;

/// <summary>
/// What processes asked of something they share, and what was answered, in simulated time. <see cref="Linearizability.Check"/> says
/// whether one thing that does one call after the other could have answered so.
/// </summary>
/// <remarks>
/// One call is before another where it ended before the other began, in the order in which the simulation did both: calls that
/// touch in the same instant have an order, too. A process may have several calls open.
/// </remarks>
/// <typeparam name="TInput">What is asked for.</typeparam>
/// <typeparam name="TOutput">What is answered.</typeparam>
public sealed class History<TInput, TOutput>
{
    private readonly Func<SimulationTime> _now;
    private readonly List<HistoryCall<TInput, TOutput>> _calls = [];
    private int _places;

    /// <summary>An empty history in a network's time.</summary>
    public History(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _now = () => network.Now;
    }

    /// <summary>An empty history in another time, such as that of a log.</summary>
    /// <param name="now">Gives the time at which what is recorded happens.</param>
    public History(Func<SimulationTime> now)
    {
        ArgumentNullException.ThrowIfNull(now);
        _now = now;
    }

    /// <summary>The calls, in the order in which they began.</summary>
    public IReadOnlyList<HistoryCall<TInput, TOutput>> Calls => _calls;

    internal SimulationTime Now => _now();

    /// <summary>A call begins now. Unless it is told to have ended or failed, it is pending for ever.</summary>
    /// <param name="process">Who makes it, for people to read.</param>
    /// <param name="input">What is asked for.</param>
    public HistoryCall<TInput, TOutput> Begin(string process, TInput input)
    {
        ArgumentException.ThrowIfNullOrEmpty(process);
        var call = new HistoryCall<TInput, TOutput>(this, process, input, Now, TakePlace());
        _calls.Add(call);
        return call;
    }

    /// <summary>Records a call from its beginning to its end. Where it throws, it stays pending: nobody knows whether it took effect.</summary>
    /// <param name="process">Who makes it.</param>
    /// <param name="input">What is asked for.</param>
    /// <param name="call">Makes the call and gives its output.</param>
    public async Task<TOutput> RecordAsync(string process, TInput input, Func<Task<TOutput>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        HistoryCall<TInput, TOutput> recorded = Begin(process, input);

#pragma warning disable CA2007 // In the program's own context: it must not leave the simulation's thread.
        TOutput output = await call();
#pragma warning restore CA2007
        recorded.End(output);
        return output;
    }

    internal int TakePlace() => _places++;
}
