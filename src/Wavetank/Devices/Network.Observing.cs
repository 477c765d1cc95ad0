using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Devices;

public sealed partial class Network
{
    private bool _hasRun;

    internal TcpObservers TcpObservers { get; } = new();

    /// <summary>
    /// Checks in every run what must hold whatever happens: that bytes read are those that were written, that TCP keeps to its windows
    /// and its rules, that every packet is delivered or counted as dropped, that links take bits by their rate and keep their order, that
    /// queues obey Little's law, and that time never goes back. The first breach ends the run. Changes nothing else; the digest stays.
    /// </summary>
    /// <remarks>The switch <c>Wavetank.CheckInvariants</c> of <see cref="AppContext"/> does it for every network of the process.</remarks>
    /// <exception cref="InvalidOperationException">The network has run already.</exception>
    public void CheckInvariants()
    {
        ThrowIfRun(nameof(CheckInvariants));
        if (Simulator.Invariants is null)
        {
            Simulator.Invariants = new InvariantMonitor(Simulator);
            TcpObservers.Check(Simulator.Invariants);
        }
    }

    /// <summary>
    /// Samples each TCP connection, for <see cref="TcpFlow.Samples"/>. Of a connection that does something, one sample is kept for each
    /// interval; when there are 512 the interval doubles. The first thousand ends of connections are sampled. The digest stays.
    /// </summary>
    /// <param name="interval">Simulated time from one sample to the next at first; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is not more than zero.</exception>
    /// <exception cref="InvalidOperationException">The network has run already.</exception>
    public void SampleTcp(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        ThrowIfRun(nameof(SampleTcp));
        TcpObservers.Sampler = new TcpSampler(interval.Ticks * TimeSpan.NanosecondsPerTick);
    }

    /// <summary>The name that stands for an address, as other hosts resolve it.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Null where nobody has it.</returns>
    public string? NameOf(Address address) => Names.FindName(address);

    private void ThrowIfRun(string call)
    {
        if (_hasRun)
        {
            throw new InvalidOperationException($"The network has run already; call {call} before the first run.");
        }
    }

    private void CheckSums()
    {
        if (Simulator.Invariants is not { } monitor)
        {
            return;
        }

        foreach (Link link in _links)
        {
            link.CheckInvariants(Simulator.NowNanoseconds);
        }

        if (monitor.Broken is { } broken)
        {
            Simulator.Loop.Failure = null;
            throw broken;
        }
    }
}
