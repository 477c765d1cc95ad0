namespace Wavetank.Compare.Comparison;

/// <summary>A peer that cannot be run here, and what it gave elsewhere; marked as quoted wherever it is printed.</summary>
/// <param name="Peer">Its name and version.</param>
/// <param name="Value">In the unit of the row's measure.</param>
internal sealed record Quoted(string Peer, double Value)
{
    /// <summary>turmoil-net is written in Rust and has no command; these were measured on two cores such as the results' first ones.</summary>
    public static Quoted Turmoil(double value) => new("turmoil-net 0.1", value);
}
