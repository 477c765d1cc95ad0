using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Packets;

/// <summary>Values by blocks of addresses, found by the longest match.</summary>
/// <remarks>
/// A few blocks are looked through, longest first, which takes little memory; many are held in a hash table for each prefix length
/// in use.
/// </remarks>
internal sealed class PrefixTable<T>
{
    // IPv4 addresses are mapped into the last 32 of 128 bits.
    private const int IPv4Bits = 96;

    private const int MostInList = 8;

    private (Prefix Prefix, T Value)[]? _list = [];
    private List<Level>? _levels;

    /// <summary>Sets the value of a block.</summary>
    public T this[Prefix prefix]
    {
        set
        {
            if (_list is not null && !SetInList(prefix, value))
            {
                _levels = [];
                foreach ((Prefix other, T old) in _list)
                {
                    SetInLevels(other, old);
                }

                _list = null;
            }

            if (_levels is not null)
            {
                SetInLevels(prefix, value);
            }
        }
    }

    public bool TryFind(Address address, [MaybeNullWhen(false)] out T value) =>
        _list is not null ? TryFindInList(address, out value) : TryFindInLevels(address, out value);

    /// <summary>False if the list is full.</summary>
    private bool SetInList(Prefix prefix, T value)
    {
        int index = Array.FindIndex(_list!, entry => entry.Prefix.BitLength <= prefix.BitLength);
        index = index < 0 ? _list!.Length : index;
        for (int i = index; i < _list!.Length && _list[i].Prefix.BitLength == prefix.BitLength; i++)
        {
            if (_list[i].Prefix == prefix)
            {
                _list[i] = (prefix, value);
                return true;
            }
        }

        if (_list.Length == MostInList)
        {
            return false;
        }

        _list = [.. _list[..index], (prefix, value), .. _list[index..]];
        return true;
    }

    private bool TryFindInList(Address address, [MaybeNullWhen(false)] out T value)
    {
        foreach ((Prefix prefix, T candidate) in _list!)
        {
            if (prefix.Contains(address))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private void SetInLevels(Prefix prefix, T value)
    {
        int index = 0;
        while (index < _levels!.Count && _levels[index].Bits > prefix.BitLength)
        {
            index++;
        }

        if (index == _levels.Count || _levels[index].Bits != prefix.BitLength)
        {
            _levels.Insert(index, new Level(prefix.BitLength, []));
        }

        _levels[index].Values[prefix.Address] = value;
    }

    private bool TryFindInLevels(Address address, [MaybeNullWhen(false)] out T value)
    {
        int least = address.IsIPv4 ? IPv4Bits : 0;
        foreach (Level level in _levels!)
        {
            if (level.Bits < least)
            {
                break;
            }

            if (level.Values.TryGetValue(Prefix.Mask(address, level.Bits), out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    private readonly record struct Level(int Bits, Dictionary<Address, T> Values);
}
