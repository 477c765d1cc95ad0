namespace Wavetank.Applications.Datagrams;

/// <summary>Tells lost, doubled and reordered datagrams of one sender apart by their numbers, which count from 0.</summary>
internal sealed class SequenceTracker
{
    // What comes later than this many behind the newest is taken for late, not for doubled.
    private const int Window = 4096;

    private readonly bool[] _seen = new bool[Window];
    private long _next;

    /// <summary>Datagrams that came, each once.</summary>
    public long Received { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>Datagrams that came after one with a higher number.</summary>
    public long Reordered { get; private set; }

    /// <summary>Numbers up to the highest that came.</summary>
    public long Expected => _next;

    public long Lost => Math.Max(0, Expected - Received);

    /// <summary>Takes note of a number; false where it came before.</summary>
    public bool Add(long number)
    {
        if (number >= _next)
        {
            for (long skipped = Math.Max(_next, number - Window); skipped <= number; skipped++)
            {
                _seen[skipped % Window] = false;
            }

            _next = number + 1;
        }
        else if (number >= _next - Window && _seen[number % Window])
        {
            Duplicates++;
            return false;
        }
        else
        {
            Reordered++;
        }

        _seen[number % Window] = true;
        Received++;
        return true;
    }
}
