namespace Wavetank.Packets;

/// <summary>A set of addresses: mostly two, of which no hash table is worth its memory, and sometimes very many.</summary>
internal sealed class AddressSet
{
    private const int MostInList = 8;

    private Address[]? _list = [];
    private HashSet<Address>? _set;

    public void Add(Address address)
    {
        if (_list is { Length: MostInList })
        {
            _set = [.. _list];
            _list = null;
        }

        _list = _list is null ? null : [.. _list, address];
        _set?.Add(address);
    }

    public bool Contains(Address address) => _list is not null ? Array.IndexOf(_list, address) >= 0 : _set!.Contains(address);
}
