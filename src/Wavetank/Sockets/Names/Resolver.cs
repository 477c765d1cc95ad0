using System.Net;
using Wavetank.Sockets.Names.Messages;
using Wavetank.Stack;
using Wavetank.Stack.Names;

namespace Wavetank.Sockets.Names;

/// <summary>A host's stub resolver (RFC 1034 §5.3.1): asks the name servers in the order and with the patience of Linux's, and keeps what it learns.</summary>
/// <remarks>Unlike glibc it asks for each type by a socket, and so a port, of its own, and repeats the one query that had no answer.</remarks>
internal sealed class Resolver(NetworkStack stack, IReadOnlyList<IPAddress> servers, ResolverOptions options)
{
    private readonly ResolverCache _cache = new();
    private int _lookUps;

    public NetworkStack Stack => stack;

    public ResolverOptions Options => options;

    /// <summary>The resolver of a host; null where it asks nobody.</summary>
    public static Resolver? Of(NetworkStack stack)
    {
        if (stack.ResolverIfSet is not { Servers.Count: > 0 } settings)
        {
            return null;
        }

        if (settings.Failures > 0)
        {
            // It knows nothing and asks nobody: each look-up ends at once as one does that nobody answered.
            return new Resolver(stack, [], settings.Options);
        }

        settings.Resolver ??= new Resolver(stack, settings.Servers, settings.Options);
        return (Resolver)settings.Resolver;
    }

    /// <summary>Finds the records of a type.</summary>
    /// <exception cref="OperationCanceledException">The caller has ended it.</exception>
    public async Task<ResolverAnswer> ResolveAsync(DnsName name, DnsType type, CancellationToken cancellationToken)
    {
        var question = new DnsQuestion(name, type);
        if (options.Caches && _cache.Find(question, stack.Simulator.NowNanoseconds) is { } kept)
        {
            return kept;
        }

        int first = options.Rotate ? _lookUps++ % servers.Count : 0;
        var exchange = new DnsExchange(stack, question, options.UdpPayloadSize, cancellationToken);
        for (int attempt = 0; attempt < options.Attempts; attempt++)
        {
            for (int i = 0; i < servers.Count; i++)
            {
                DnsMessage? response = await exchange.AskAsync(servers[(first + i) % servers.Count], Patience(i)).ConfigureAwait(false);

                // A server that fails, refuses or does not understand says nothing of the name; the next may know.
                if (response is { Code: DnsResponseCode.NoError or DnsResponseCode.NameError })
                {
                    ResolverAnswer answer = ResolverAnswer.From(question, response);
                    _cache.Add(question, answer, stack.Simulator.NowNanoseconds);
                    return answer;
                }
            }
        }

        return ResolverAnswer.TryAgain(name);
    }

    private TimeSpan Patience(int place)
    {
        if (place == 0)
        {
            return options.Timeout;
        }

        TimeSpan share = TimeSpan.FromTicks((options.Timeout.Ticks << place) / servers.Count);
        return options.Timeout < TimeSpan.FromSeconds(1) ? share : TimeSpan.FromSeconds(Math.Max(1, share.Ticks / TimeSpan.TicksPerSecond));
    }
}
