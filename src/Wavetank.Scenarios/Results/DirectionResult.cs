namespace Wavetank.Scenarios.Results;

/// <summary>One direction of a link.</summary>
/// <param name="From">The device that sends, or the group of them.</param>
/// <param name="To">The device that receives, or the group of them.</param>
/// <param name="Figures">What passed.</param>
public sealed record DirectionResult(string From, string To, DirectionFigures Figures);
