using System.Collections.Immutable;
using System.Globalization;

namespace Wavetank.Links.Schedules;

/// <summary>
/// When a link can send, in mahimahi's format: each line is a time in whole milliseconds at which up to 1,500 bytes are delivered, the end of one
/// packet and the beginning of the next included. The last time is also the length of the trace, after which it begins anew.
/// </summary>
/// <remarks>
/// It takes the place of <see cref="LinkOptions.Rate"/>. Times count from when the trace takes effect. An opportunity that nobody waits for goes by; a packet that comes at the
/// very instant of one is taken along.
/// </remarks>
public sealed class DeliveryTrace
{
    /// <summary>Bytes of one opportunity.</summary>
    public const int OpportunityBytes = 1500;

    private const int Most = 1_000_000;
    private readonly ImmutableArray<int> _milliseconds;

    /// <summary>Makes a trace.</summary>
    /// <param name="milliseconds">1 to 1,000,000 times in rising order; several opportunities may have the same one. The last is above zero.</param>
    /// <exception cref="ArgumentException">The times are none such; the message says why.</exception>
    public DeliveryTrace(params IEnumerable<int> milliseconds)
    {
        _milliseconds = [.. milliseconds];
        if (_milliseconds.Length is < 1 or > Most || _milliseconds[0] < 0 || _milliseconds[^1] < 1)
        {
            throw new ArgumentException($"A trace has 1 to {Most} times of zero or more, the last of which is above zero.", nameof(milliseconds));
        }

        if (!_milliseconds.Order().SequenceEqual(_milliseconds))
        {
            throw new ArgumentException("The times of a trace rise.", nameof(milliseconds));
        }
    }

    /// <summary>The times, in milliseconds.</summary>
    public IReadOnlyList<int> Milliseconds => _milliseconds;

    /// <summary>The rate as a mean over the trace.</summary>
    public DataRate MeanRate => new((long)(_milliseconds.Length * OpportunityBytes * 8L * 1000L / _milliseconds[^1]));

    /// <summary>Reads a file of at most 1 MiB with one time in each line.</summary>
    /// <exception cref="FormatException">It is no such trace; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DeliveryTrace FromFile(string path) => Parse(BoundedFile.ReadLines(path));

    internal static DeliveryTrace Parse(IEnumerable<string> lines)
    {
        List<int> times = [];
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            string text = line.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int time))
            {
                throw new FormatException($"line {number}: \"{BoundedFile.Shorten(text)}\" is not a time in whole milliseconds, such as 17");
            }

            if (times.Count > 0 && time < times[^1])
            {
                throw new FormatException($"line {number}: {time} comes after {times[^1]}; the times of a trace rise");
            }

            times.Add(time);
        }

        return times.Count is >= 1 and <= Most && times[^1] > 0
            ? new DeliveryTrace(times)
            : throw new FormatException($"has {times.Count} times; a trace has 1 to {Most}, the last of which is above zero");
    }
}
