using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Testing.Assertions;

namespace Wavetank.Testing.Running;

/// <summary>The conditions that a test holds its run to.</summary>
internal sealed class Checks(Network network)
{
    private readonly List<(string What, Func<bool> Condition, bool IsNever)> _always = [];
    private readonly List<Deadline> _awaited = [];

    public void Always(string what, Func<bool> condition, bool isNever)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        ArgumentNullException.ThrowIfNull(condition);
        _always.Add((what, condition, isNever));
        network.Simulator.Settled = Look;
    }

    public void Eventually(string what, TimeSpan within, Func<bool> condition)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        SimulationTime at = network.Now + within;
        var deadline = new Deadline(this, what, at, condition);

        // After all that happens at its last instant.
        network.Simulator.Schedule(deadline, new SimulationTime(at.Nanoseconds + 1));
        _awaited.Add(deadline);
        network.Simulator.Settled = Look;
    }

    /// <summary>A run has ended; where nothing is left to happen, nothing that is awaited will come any more.</summary>
    public void RunEnded(RunResult result)
    {
        Look();
        if (result.End is RunEnd.Completed or RunEnd.Idle)
        {
            Finish();
        }
    }

    public void Finish()
    {
        if (_awaited.FirstOrDefault() is { } missing)
        {
            _awaited.Clear();
            throw new SimulationAssertException($"At {network.Now} nothing is left to happen, and there never was: {missing.What}.");
        }
    }

    private void Look()
    {
        foreach ((string what, Func<bool> condition, bool isNever) in _always)
        {
            if (condition() == isNever)
            {
                throw new SimulationAssertException($"At {network.Now} {(isNever ? "there is what must never be" : "what must always hold does not")}: {what}.");
            }
        }

        for (int i = _awaited.Count - 1; i >= 0; i--)
        {
            if (_awaited[i].IsMet())
            {
                network.Simulator.Cancel(_awaited[i]);
                _awaited.RemoveAt(i);
            }
        }
    }

    /// <summary>Does not keep a run going: one that ends earlier will not bring what is awaited either.</summary>
    private sealed class Deadline : SimulationEvent
    {
        private readonly Checks _checks;
        private readonly SimulationTime _at;

        public Deadline(Checks checks, string what, SimulationTime at, Func<bool> condition)
        {
            _checks = checks;
            _at = at;
            What = what;
            IsMet = condition;
            IsBackground = true;
        }

        public string What { get; }

        public Func<bool> IsMet { get; }

        protected override void Fire()
        {
            _checks.Look();
            if (_checks._awaited.Remove(this))
            {
                throw new SimulationAssertException($"By {_at} there should have been, and was not: {What}.");
            }
        }
    }
}
