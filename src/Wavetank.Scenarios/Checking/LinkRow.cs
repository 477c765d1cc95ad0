using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>What a mapping says of links, whichever they are.</summary>
/// <param name="Values">Its options.</param>
/// <param name="Forward">Conditions from the first device to the second.</param>
/// <param name="Backward">Conditions from the second device to the first.</param>
/// <param name="ForwardCost">What it costs routes to go from the first device to the second.</param>
/// <param name="BackwardCost">What it costs routes to go the other way.</param>
internal sealed record LinkRow(OptionValues Values, LinkConditions Forward, LinkConditions Backward, int ForwardCost, int BackwardCost);
