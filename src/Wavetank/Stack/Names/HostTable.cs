using Wavetank.Packets;

namespace Wavetank.Stack.Names;

/// <summary>
/// The names that every host of a network resolves without set-up, as if each had the same /etc/hosts. Names compare without case
/// (RFC 4343).
/// </summary>
internal sealed class HostTable
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Address, string> _names = [];

    /// <summary>Every name with its addresses, the preferred first.</summary>
    public IEnumerable<(string Name, Address[] Addresses)> All => _entries.Select(entry => (entry.Key, entry.Value.All));

    public void Add(string name, Address address)
    {
        if (!_entries.TryGetValue(name, out Entry? entry))
        {
            _entries.Add(name, entry = new Entry());
        }

        entry.Add(address);
        _names.TryAdd(address, name);
    }

    /// <summary>The addresses of a name, the preferred first; empty if it is not known.</summary>
    public IReadOnlyList<Address> Resolve(string name)
    {
        // RFC 6761 §6.3: localhost is always the loopback.
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [Address.IPv4Loopback, Address.IPv6Loopback];
        }

        return _entries.TryGetValue(name, out Entry? entry) ? entry.All : [];
    }

    /// <summary>The name of an address, or null.</summary>
    public string? FindName(Address address) => address.IsLoopback ? "localhost" : _names.GetValueOrDefault(address);

    /// <summary>The addresses of a name: nearly always one of each family, but a router may have very many.</summary>
    private sealed class Entry
    {
        private readonly List<Address> _addresses = new(2);

        // RFC 6724 §2.1: IPv4 (precedence 35) before the unique local addresses of IPv6 (3), which is what our hosts have.
        public Address[] All => [.. _addresses.Where(address => address.IsIPv4), .. _addresses.Where(address => !address.IsIPv4)];

        public void Add(Address address) => _addresses.Add(address);
    }
}
