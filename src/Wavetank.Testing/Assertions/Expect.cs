using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Assertions;

/// <summary>
/// What is expected of a network that ran, in words of networks. Each call returns where it holds, and otherwise throws a
/// <see cref="SimulationAssertException"/> that says what was expected, what was seen, and when. Changes nothing, so it may be called during a run, too.
/// </summary>
public static partial class Expect
{
    private const int MostInMessage = 10;

    /// <summary>Expects that a history has an order that explains it: <see cref="Linearizability.Check"/>.</summary>
    /// <param name="history">The calls.</param>
    /// <param name="model">What they should have done.</param>
    /// <param name="limit">How often the model may be asked for one call; what it is not enough for fails.</param>
    /// <exception cref="SimulationAssertException">It has none, or the limit was reached.</exception>
    public static void Linearizable<TState, TInput, TOutput>(
        History<TInput, TOutput> history, SequentialModel<TState, TInput, TOutput> model, long limit = Linearizability.DefaultLimit) =>
        Linearizability.Check(history, model, limit).EnsureLinearizable();

    private static SimulationAssertException Failure(string expected, string[] seen)
    {
        IEnumerable<string> lines = seen.Take(MostInMessage);
        if (seen.Length > MostInMessage)
        {
            lines = lines.Append($"and {seen.Length - MostInMessage} more");
        }

        return new SimulationAssertException($"{expected}\n  {string.Join("\n  ", lines)}");
    }
}
