using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>A column of a time series.</summary>
/// <param name="Name">Its name, in JSON and CSV.</param>
/// <param name="Of">Its value as text; null where there is none.</param>
/// <param name="IsText">Whether it is no number.</param>
internal sealed record SampleColumn(string Name, Func<TcpSample, string?> Of, bool IsText = false);
