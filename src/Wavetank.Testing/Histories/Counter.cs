using Wavetank.Devices;

namespace Wavetank.Testing.Histories;

/// <summary>Histories of a counter. To add ends with the new sum, or with <c>call.End()</c> where that is not told; to read ends with the sum.</summary>
public static class Counter
{
    /// <summary>An empty history in a network's time.</summary>
    public static History<CounterInput, long?> History(Network network) => new(network);

    /// <summary>A counter.</summary>
    /// <param name="initial">The sum at the start. Default 0.</param>
    public static SequentialModel<long, CounterInput, long?> Model(long initial = 0) => new CounterModel(initial);

    /// <summary>Adds an amount, which may be negative.</summary>
    public static CounterInput Add(long amount) => new(amount);

    /// <summary>Gives the sum.</summary>
    public static CounterInput Read() => new(null);
}
