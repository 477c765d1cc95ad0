namespace Wavetank.Stack.Ports;

/// <summary>
/// The order in which a connect tries the ephemeral ports: from a start that belongs to the destination, every second port, then the
/// others. bind picks anywhere. As on Linux, of an odd number of ports the last is never tried.
/// </summary>
internal struct EphemeralSearch
{
    private readonly int _first;
    private readonly int _count;
    private readonly int _start;
    private int _tried;

    public EphemeralSearch(ulong hash, int advance, int first, int last)
    {
        Hash = hash;
        _first = first;
        _count = last - first + 1;
        _count = _count > 1 ? _count & ~1 : _count;

        // RFC 6056 §3.3.4: a keyed hash of the ends, and a counter that those share whose hashes collide.
        _start = (int)(((uint)advance + (hash >> 32)) % (uint)_count) & ~1;
        _tried = 0;
    }

    public ulong Hash { get; }

    /// <summary>How far behind its start the search has come, in ports.</summary>
    public readonly int Passed => (_tried - 1) * 2 % _count;

    public bool TryNext(out ushort port)
    {
        int half = (_count + 1) / 2;
        int round = _tried < half ? 0 : 1;
        int offset = (_start + (2 * (_tried - (round * half))) + round) % _count;
        port = (ushort)(_first + offset);
        return _tried++ < _count;
    }
}
