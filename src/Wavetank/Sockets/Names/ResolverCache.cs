using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Sockets.Names;

/// <summary>Answers that are kept, good ones (RFC 1034 §5.3.3) and bad (RFC 2308), until their time is up.</summary>
internal sealed class ResolverCache
{
    // An answer that is looked for once and kept for days should not fill the memory of a long run.
    private const int MostEntries = 4096;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly Dictionary<(DnsName, DnsType), (ResolverAnswer Answer, long Until)> _entries = [];

    public ResolverAnswer? Find(DnsQuestion question, long now)
    {
        if (!_entries.TryGetValue((question.Name, question.Type), out (ResolverAnswer Answer, long Until) entry))
        {
            return null;
        }

        if (now < entry.Until)
        {
            return entry.Answer;
        }

        _entries.Remove((question.Name, question.Type));
        return null;
    }

    public void Add(DnsQuestion question, ResolverAnswer answer, long now)
    {
        // RFC 1035 §3.2.1: a TTL of zero is for the question at hand alone.
        if (answer.Ttl == 0)
        {
            return;
        }

        if (_entries.Count >= MostEntries)
        {
            _entries.Clear();
        }

        _entries[(question.Name, question.Type)] = (answer, now + (answer.Ttl * NanosecondsPerSecond));
    }
}
