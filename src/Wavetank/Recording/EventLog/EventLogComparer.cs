using System.Text;

namespace Wavetank.Recording.EventLog;

/// <summary>Finds where two event logs part. Reads them side by side, so that logs of any length need no memory.</summary>
public static class EventLogComparer
{
    /// <summary>The first event that differs, or null where the logs are the same.</summary>
    /// <param name="left">The first log, from its position on.</param>
    /// <param name="right">The second log, from its position on.</param>
    /// <param name="before">How many of the common events before it are named. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="before"/> is negative.</exception>
    public static EventDifference? FirstDifference(Stream left, Stream right, int before = 3)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        using var leftReader = new StreamReader(left, Encoding.UTF8, leaveOpen: true);
        using var rightReader = new StreamReader(right, Encoding.UTF8, leaveOpen: true);
        var common = new Queue<string>();
        for (long number = 1; ; number++)
        {
            string? one = leftReader.ReadLine();
            string? other = rightReader.ReadLine();
            if (one != other)
            {
                return new EventDifference(
                    EventLine.NumberOf(one) ?? EventLine.NumberOf(other) ?? number, one, other, [.. common], EventLine.DifferingFields(one, other));
            }

            if (one is null)
            {
                return null;
            }

            common.Enqueue(one);
            if (common.Count > before)
            {
                common.Dequeue();
            }
        }
    }
}
