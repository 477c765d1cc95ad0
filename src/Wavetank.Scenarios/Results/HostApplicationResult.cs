namespace Wavetank.Scenarios.Results;

/// <summary>An application on one host.</summary>
/// <param name="Host">The host.</param>
/// <param name="Figures">What it measured.</param>
public sealed record HostApplicationResult(string Host, ApplicationFigures Figures);
