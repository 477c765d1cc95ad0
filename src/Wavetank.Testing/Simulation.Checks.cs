using Wavetank.Testing.Assertions;

namespace Wavetank.Testing;

/// <content>What must hold while the network runs.</content>
public sealed partial class Simulation
{
    /// <summary>
    /// Holds the test to a condition, from now on: it is looked at whenever programs ran and all of them wait again. The run ends where
    /// it does not hold.
    /// </summary>
    /// <param name="what">What should hold, for the message, such as <c>at most one leader in a term</c>.</param>
    /// <param name="condition">Whether it holds; looks only, and is quick.</param>
    public void Always(string what, Func<bool> condition) => _checks.Always(what, condition, isNever: false);

    /// <summary>Holds the test to a condition that must never be true: the opposite of <see cref="Always"/>.</summary>
    /// <param name="what">What should never be, for the message.</param>
    /// <param name="condition">Whether it is; looks only, and is quick.</param>
    public void Never(string what, Func<bool> condition) => _checks.Always(what, condition, isNever: true);

    /// <summary>Wants a condition to be true at some moment, once, from now on.</summary>
    /// <param name="what">What should come true, for the message, such as <c>a leader is elected</c>.</param>
    /// <param name="within">The simulated time from now on that it may take; zero or more.</param>
    /// <param name="condition">Whether it is true; looks only, and is quick.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative.</exception>
    /// <remarks>The run need not last that long: where it ends before, with nothing left to happen, the condition must have been true.</remarks>
    /// <exception cref="SimulationAssertException">Thrown by the run, at the end of the time.</exception>
    public void Eventually(string what, TimeSpan within, Func<bool> condition) => _checks.Eventually(what, within, condition);
}
