namespace Wavetank.Applications.Video;

/// <summary>
/// Chooses a bitrate by what is in the buffer alone: BBA-0 of Huang et al., "A buffer-based approach to rate adaptation", SIGCOMM 2014.
/// The lowest below the reservoir, the highest from nine tenths of the buffer, and linear between.
/// </summary>
/// <param name="bitrates">From the lowest to the highest.</param>
/// <param name="reservoir">The seconds of video below which the lowest is chosen.</param>
/// <param name="capacity">The seconds of video that the buffer holds.</param>
internal sealed class BufferBasedRate(IReadOnlyList<long> bitrates, double reservoir, double capacity)
{
    private const double UpperPart = 0.9;

    /// <summary>The index of the bitrate for the next segment.</summary>
    /// <param name="current">That of the last.</param>
    /// <param name="buffered">The seconds of video in the buffer.</param>
    public int Next(int current, double buffered)
    {
        int highest = bitrates.Count - 1;
        if (buffered <= reservoir)
        {
            return 0;
        }

        double upper = UpperPart * capacity;
        if (buffered >= upper)
        {
            return highest;
        }

        // Stays until the line passes the next rate up or down.
        double line = bitrates[0] + ((bitrates[highest] - bitrates[0]) * (buffered - reservoir) / (upper - reservoir));
        if (current < highest && line >= bitrates[current + 1])
        {
            int up = highest;
            while (up > current && bitrates[up] > line)
            {
                up--;
            }

            return up;
        }

        if (current > 0 && line <= bitrates[current - 1])
        {
            int down = 0;
            while (down < current && bitrates[down] < line)
            {
                down++;
            }

            return down;
        }

        return current;
    }
}
