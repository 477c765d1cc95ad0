using System.Net.Sockets;
using Wavetank.Applications.Zones;
using Wavetank.Engine;
using Wavetank.Sockets.Names;
using Wavetank.Sockets.Names.Messages;
using Dns = Wavetank.Sockets.Dns;

namespace Wavetank.Applications;

/// <summary>Looks a name up at an interval, by its host's name servers and with its host's cache, and times the answers. Counts names that were found.</summary>
public sealed class DnsClient : Application
{
    private readonly DnsClientOptions _options;
    private readonly DnsType? _type;

    /// <summary>Makes a client.</summary>
    /// <param name="options">What it asks.</param>
    /// <exception cref="ArgumentException">The name or the type is none.</exception>
    public DnsClient(DnsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        if (options.Type is not null)
        {
            _type = RecordTypes.TryParse(options.Type, out DnsType type)
                ? type
                : throw new ArgumentException($"'{options.Type}' is not a known type of record; known are {RecordTypes.Asked}.", nameof(options));
        }

        if (!DnsName.TryParse(options.Name, out _))
        {
            throw new ArgumentException($"'{options.Name}' is not a domain name.", nameof(options));
        }
    }

    /// <summary>Whether a text is a domain name.</summary>
    /// <param name="text">Such as <c>www.example.org</c>.</param>
    public static bool IsName(string text) => DnsName.TryParse(text, out _);

    /// <summary>Whether a text is a type of record that can be looked up.</summary>
    /// <param name="text">Such as <c>TXT</c>; case does not matter.</param>
    public static bool IsType(string text) => RecordTypes.TryParse(text, out _);

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        for (long i = 0; i < _options.Count; i++)
        {
            long askedAt = timeProvider.GetTimestamp();
            string? problem = await LookUpAsync();
            TimeSpan took = timeProvider.GetElapsedTime(askedAt);
            if (problem is null)
            {
                Metrics.Count++;
                Metrics.AddRoundTrip(timeProvider.GetTimestamp() - askedAt);
            }
            else
            {
                Metrics.AddError(problem);
            }

            if (i + 1 < _options.Count && took < _options.Interval)
            {
                await timeProvider.Delay(_options.Interval - took);
            }
        }
    }

    private async Task<string?> LookUpAsync()
    {
        if (_type is { } type)
        {
            ResolverStatus status = await RecordLookups.ResolveAsync(_options.Name, type);
            return status == ResolverStatus.Success ? null : status.ToString();
        }

        try
        {
            await Dns.GetHostAddressesAsync(_options.Name);
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode.ToString();
        }
    }
}
