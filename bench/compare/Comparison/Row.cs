namespace Wavetank.Compare.Comparison;

/// <summary>One line of the comparison: the same work on Wavetank and on its peers.</summary>
/// <param name="Name">For <c>--only</c>.</param>
/// <param name="Title">What is done.</param>
/// <param name="Wavetank">A workload and its parameters.</param>
/// <param name="Measure">What is compared.</param>
/// <param name="Goal">What is to be reached.</param>
internal sealed record Row(string Name, string Title, string Wavetank, Measure Measure, Goal Goal)
{
    /// <summary>A program of <c>bench/peers/ns3</c> and its options, or null.</summary>
    public string? Ns3 { get; init; }

    /// <summary>A workload on the platform's sockets and its parameters, or null.</summary>
    public string? Loopback { get; init; }

    /// <summary>What a peer gave elsewhere, or null.</summary>
    public Quoted? Quoted { get; init; }

    /// <summary>
    /// The part of the work that is done before, again and again for a second, so that the compiler has seen it: in percent. The peers
    /// are compiled ahead of time.
    /// </summary>
    public int WarmUp { get; init; } = 10;

    /// <summary>Why the two sides differ where they do, for the table of agreement.</summary>
    public string Differences { get; init; } = "";

    /// <summary>The command of a side, or null where it has none.</summary>
    public string? CommandOf(Side side) => side switch
    {
        Side.Ns3 => Ns3,
        Side.Loopback => Loopback,
        _ => Wavetank,
    };
}
