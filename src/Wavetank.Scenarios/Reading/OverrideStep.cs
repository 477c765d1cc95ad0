namespace Wavetank.Scenarios.Reading;

/// <summary>One step of an override's path: into a mapping by key, or into a list by name or number.</summary>
/// <param name="Name">The key or name; null when the step is a number.</param>
/// <param name="Index">The number in brackets, from 0.</param>
internal readonly record struct OverrideStep(string? Name, int Index);
