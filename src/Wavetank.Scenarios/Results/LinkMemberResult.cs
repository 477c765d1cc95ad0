namespace Wavetank.Scenarios.Results;

/// <summary>One link between two devices.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Forward">From the first device to the second.</param>
/// <param name="Backward">From the second device to the first.</param>
public sealed record LinkMemberResult(string Name, DirectionResult Forward, DirectionResult Backward);
