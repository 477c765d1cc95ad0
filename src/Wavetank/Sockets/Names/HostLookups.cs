using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Sockets.Names;

/// <summary>What the calls of <see cref="Dns"/> ask name servers, as getaddrinfo and getnameinfo do.</summary>
internal sealed class HostLookups(Resolver resolver)
{
    /// <summary>The addresses of a name, IPv4 first, and the name that its aliases lead to.</summary>
    /// <exception cref="SocketException">There is none (HostNotFound), or no server says (TryAgain).</exception>
    public async Task<IPHostEntry> EntryAsync(string hostName, AddressFamily family, CancellationToken cancellationToken)
    {
        var error = SocketError.HostNotFound;
        foreach (DnsName name in Candidates(hostName))
        {
            // Both at once, as getaddrinfo asks them.
            Task<ResolverAnswer>[] asked = [.. Types(family).Select(type => resolver.ResolveAsync(name, type, cancellationToken))];
            ResolverAnswer[] answers = await Task.WhenAll(asked).ConfigureAwait(false);
            if (answers.FirstOrDefault(answer => answer.Status == ResolverStatus.Success) is { } good)
            {
                IPAddress[] addresses = [.. answers.SelectMany(answer => answer.Records).Select(record => ((AddressData)record.Data).Address)];
                return new IPHostEntry { HostName = good.Name.ToString(), AddressList = addresses, Aliases = [] };
            }

            if (answers.Any(answer => answer.Error == SocketError.TryAgain))
            {
                error = SocketError.TryAgain;
                break;
            }
        }

        throw new SocketException((int)error);
    }

    public async Task<IPAddress[]> AddressesAsync(string hostName, AddressFamily family, CancellationToken cancellationToken)
    {
        IPHostEntry entry = await EntryAsync(hostName, family, cancellationToken).ConfigureAwait(false);
        return entry.AddressList;
    }

    /// <summary>The name of an address, and the addresses of that.</summary>
    /// <exception cref="SocketException">There is none (HostNotFound), or no server says (TryAgain).</exception>
    public async Task<IPHostEntry> EntryAsync(IPAddress address, AddressFamily family, CancellationToken cancellationToken)
    {
        ResolverAnswer answer = await resolver.ResolveAsync(DnsName.OfAddress(address), DnsType.Ptr, cancellationToken).ConfigureAwait(false);
        if (answer.Error != SocketError.Success)
        {
            throw new SocketException((int)answer.Error);
        }

        string name = ((NameData)answer.Records[0].Data).Name.ToString();
        return HostNames.TryFind(resolver.Stack, name, out IPAddress[] own)
            ? new IPHostEntry { HostName = name, AddressList = [.. own.Where(item => Matches(item, family))], Aliases = [] }
            : await EntryAsync(name + ".", family, cancellationToken).ConfigureAwait(false);
    }

    private static bool Matches(IPAddress address, AddressFamily family) => family == AddressFamily.Unspecified || address.AddressFamily == family;

    private static DnsType[] Types(AddressFamily family) => family switch
    {
        AddressFamily.InterNetwork => [DnsType.A],
        AddressFamily.InterNetworkV6 => [DnsType.Aaaa],

        // IPv4 first, for the reason that HostTable gives.
        _ => [DnsType.A, DnsType.Aaaa],
    };

    /// <summary>The names to look for. What is no domain name is none of them, and so not found.</summary>
    private IEnumerable<DnsName> Candidates(string hostName)
    {
        // resolv.conf(5), ndots:1: a name with a dot is looked for as it is first, one without after the domains.
        string bare = hostName.TrimEnd('.');
        bool isAbsolute = hostName.EndsWith('.');
        IEnumerable<string> searched = isAbsolute ? [] : resolver.Options.SearchDomains.Select(domain => $"{bare}.{domain}");
        IEnumerable<string> all = bare.Contains('.') ? searched.Prepend(bare) : searched.Append(bare);
        foreach (string text in all)
        {
            if (DnsName.TryParse(text, out DnsName? name))
            {
                yield return name!;
            }
        }
    }
}
