using Wavetank.Scenarios.Results.Series;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>A column of the time series of a connection.</summary>
/// <param name="Name">Its name, with the unit of its values.</param>
/// <param name="Of">The value of a sample: a <see cref="long"/> or, where it is text, a <see cref="string"/>; null for none.</param>
/// <param name="IsText">Whether values are text.</param>
internal sealed record SampleColumn(string Name, Func<TcpSample, object?> Of, bool IsText = false)
{
    internal SeriesColumnKind Kind => IsText ? SeriesColumnKind.Text : SeriesColumnKind.Whole;
}
