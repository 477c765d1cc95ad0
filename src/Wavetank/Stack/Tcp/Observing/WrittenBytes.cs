namespace Wavetank.Stack.Tcp.Observing;

/// <summary>What one end of a connection wrote and the other has not read yet.</summary>
internal sealed class WrittenBytes
{
    // A reader that never reads must not fill the memory: no more than this is under way in any run that makes sense.
    private const int MostUnread = 64 * 1024 * 1024;

    private byte[] _bytes = [];
    private int _head;
    private int _count;
    private bool _isGivenUp;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    public void Append(ReadOnlySpan<byte> data)
    {
        if (_isGivenUp || _count + data.Length > MostUnread)
        {
            _isGivenUp = true;
            _bytes = [];
            return;
        }

        if (_count + data.Length > _bytes.Length)
        {
            Grow(_count + data.Length);
        }

        int at = (_head + _count) & (_bytes.Length - 1);
        int first = Math.Min(data.Length, _bytes.Length - at);
        data[..first].CopyTo(_bytes.AsSpan(at));
        data[first..].CopyTo(_bytes);
        _count += data.Length;
    }

    /// <summary>Whether bytes that were read are the next that were written.</summary>
    public bool Matches(ReadOnlySpan<byte> data)
    {
        if (_isGivenUp)
        {
            return true;
        }

        int first = Math.Min(data.Length, _bytes.Length - _head);
        return data.Length <= _count
            && data[..first].SequenceEqual(_bytes.AsSpan(_head, first))
            && data[first..].SequenceEqual(_bytes.AsSpan(0, data.Length - first));
    }

    public void Remove(int length)
    {
        Position += length;
        if (!_isGivenUp)
        {
            _head = (_head + length) & (_bytes.Length - 1);
            _count -= length;
        }
    }

    private void Grow(int needed)
    {
        byte[] larger = new byte[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(needed, 1024))];
        int first = Math.Min(_count, _bytes.Length - _head);
        _bytes.AsSpan(_head, first).CopyTo(larger);
        _bytes.AsSpan(0, _count - first).CopyTo(larger.AsSpan(first));
        _bytes = larger;
        _head = 0;
    }
}
