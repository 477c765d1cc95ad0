namespace Wavetank.Packets;

/// <summary>A set of addresses: mostly two, of which no hash table is worth its memory, and sometimes very many.</summary>
internal sealed class AddressSet
{
    private const int MostInList = 8;

    private List<Address>? _list = new(2);
    private HashSet<Address>? _set;

    public void Add(Address address)
    {
        if (_list is { Count: MostInList })
        {
            _set = [.. _list];
            _list = null;
        }

        _list?.Add(address);
        _set?.Add(address);
    }

    public bool Contains(Address address) => _list?.Contains(address) ?? _set!.Contains(address);
}
