using System.Net;

namespace Wavetank.Stack.Names;

/// <summary>Whom a host asks for names. While there is nobody, the network's host table answers.</summary>
internal sealed class ResolverSettings
{
    public IReadOnlyList<IPAddress> Servers
    {
        get;
        set
        {
            field = value;
            Resolver = null;
        }
    }
    = [];

    public ResolverOptions Options
    {
        get;
        set
        {
            field = value;
            Resolver = null;
        }
    }
    = new();

    /// <summary>How many reasons there are just now for every look-up to fail.</summary>
    public int Failures { get; set; }

    /// <summary>What asks them, made at the first look-up, with what it has learnt. The stack knows no sockets, so it is opaque here.</summary>
    public object? Resolver { get; set; }
}
