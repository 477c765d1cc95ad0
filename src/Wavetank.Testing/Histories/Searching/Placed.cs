using System.Numerics;

namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// Which calls an order has so far: a bit for each (Lowe 2017, "Testing for linearizability", §4). The words before <see cref="Low"/> are full
/// and those behind <see cref="High"/> are empty, so that only the few between need to be remembered.
/// </summary>
internal sealed class Placed(int count)
{
    private readonly ulong[] _words = new ulong[(count / 64) + 1];

    public int Low { get; private set; }

    public int High { get; private set; } = -1;

    public void Add(int index)
    {
        int word = index >> 6;
        _words[word] |= 1UL << index;
        High = Math.Max(High, word);
        while (_words[Low] == ulong.MaxValue)
        {
            Low++;
        }
    }

    public void Remove(int index)
    {
        int word = index >> 6;
        _words[word] &= ~(1UL << index);
        Low = Math.Min(Low, word);
        while (High >= 0 && _words[High] == 0)
        {
            High--;
        }
    }

    public ulong Word(int index) => index < _words.Length ? _words[index] : 0;

    /// <summary>The words from one on to the last that has a bit; null where none has.</summary>
    public ulong[]? WordsFrom(int first) => first > High ? null : _words[first..(High + 1)];

    /// <summary>All words, as they are now.</summary>
    public ulong[] Copy() => [.. _words];

    /// <summary>Whether all bits of another set, of the same size, are in this one.</summary>
    public bool Includes(ulong[] other)
    {
        for (int i = 0; i < other.Length; i++)
        {
            if ((other[i] & ~_words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public int Count() => _words.Sum(BitOperations.PopCount);
}
