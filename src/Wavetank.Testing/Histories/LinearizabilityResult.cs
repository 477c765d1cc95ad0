using Wavetank.Testing.Assertions;

namespace Wavetank.Testing.Histories;

/// <summary>What <see cref="Linearizability.Check"/> found.</summary>
/// <typeparam name="TInput">What is asked for.</typeparam>
/// <typeparam name="TOutput">What is answered.</typeparam>
public sealed class LinearizabilityResult<TInput, TOutput>
{
    internal LinearizabilityResult(
        LinearizabilityVerdict verdict,
        long steps,
        string explanation,
        HistoryCall<TInput, TOutput>? offender,
        IReadOnlyList<HistoryCall<TInput, TOutput>> order)
    {
        Verdict = verdict;
        Steps = steps;
        Explanation = explanation;
        Offender = offender;
        Order = order;
    }

    /// <summary>The verdict.</summary>
    public LinearizabilityVerdict Verdict { get; }

    /// <summary>How often the model was asked for one call.</summary>
    public long Steps { get; }

    /// <summary>
    /// Of a history that is not linearizable the call to blame; otherwise null. Where there is an <see cref="Order"/>, it explains the calls just before the
    /// offender's end, and nothing explains them up to it.
    /// </summary>
    public HistoryCall<TInput, TOutput>? Offender { get; }

    /// <summary>
    /// An order that explains the calls, part by part; of a history that is not linearizable one that explains the offender's part up to it, or none
    /// where the offence is plain without; where the limit was reached the longest that was tried.
    /// </summary>
    public IReadOnlyList<HistoryCall<TInput, TOutput>> Order { get; }

    /// <summary>The verdict and why, for people, in one line or many.</summary>
    public string Explanation { get; }

    /// <summary>Throws unless the history is linearizable.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="SimulationAssertException">It is not, or the limit was reached before that was known; the message is the <see cref="Explanation"/>.</exception>
    public LinearizabilityResult<TInput, TOutput> EnsureLinearizable() =>
        Verdict == LinearizabilityVerdict.Linearizable ? this : throw new SimulationAssertException(Explanation);

    /// <summary>The <see cref="Explanation"/>.</summary>
    public override string ToString() => Explanation;
}
