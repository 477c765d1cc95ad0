namespace Wavetank.Links.Places;

/// <summary>A place with a name.</summary>
/// <param name="Name">The name that a scenario writes, such as <c>frankfurt</c>.</param>
/// <param name="Summary">Where that is.</param>
/// <param name="Place">Its coordinates.</param>
public sealed record KnownPlace(string Name, string Summary, Place Place);
