using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The constants that scripts name, with the numbers of Linux on x86-64.</summary>
internal static class Constants
{
    public const long NonBlocking = 0x800;
    public const long OneShot = 1L << 30;
    public const long EdgeTriggered = 1L << 31;
    public const long ZeroCopyOrigin = 5;
    public const long ZeroCopyCopied = 1;

    private static readonly (string Name, long Value)[] All =
    [
        ("AF_UNSPEC", 0), ("AF_INET", 2), ("AF_INET6", 10), ("PF_INET", 2), ("PF_INET6", 10),
        ("SOCK_STREAM", 1), ("SOCK_DGRAM", 2), ("SOCK_NONBLOCK", NonBlocking), ("SOCK_CLOEXEC", 0x80000),
        ("IPPROTO_IP", 0), ("IPPROTO_TCP", 6), ("IPPROTO_UDP", 17), ("IPPROTO_IPV6", 41), ("IPPROTO_ICMP", 1), ("IPPROTO_MPTCP", 262),
        ("SOMAXCONN", 4096),
        ("SHUT_RD", 0), ("SHUT_WR", 1), ("SHUT_RDWR", 2),
        ("O_RDONLY", 0), ("O_WRONLY", 1), ("O_RDWR", 2), ("O_NONBLOCK", NonBlocking), ("O_CLOEXEC", 0x80000),
        ("MSG_OOB", 0x1), ("MSG_PEEK", MessageFlags.Peek), ("MSG_DONTROUTE", 0x4), ("MSG_TRUNC", 0x20), ("MSG_DONTWAIT", MessageFlags.DontWait),
        ("MSG_EOR", 0x80), ("MSG_WAITALL", MessageFlags.WaitAll), ("MSG_ERRQUEUE", MessageFlags.ErrorQueue), ("MSG_NOSIGNAL", 0x4000), ("MSG_MORE", 0x8000),
        ("MSG_ZEROCOPY", MessageFlags.ZeroCopy), ("MSG_FASTOPEN", 0x2000_0000),
        ("POLLIN", 0x1), ("POLLPRI", 0x2), ("POLLOUT", 0x4), ("POLLERR", 0x8), ("POLLHUP", 0x10), ("POLLNVAL", 0x20), ("POLLRDHUP", 0x2000),
        ("EPOLLIN", 0x1), ("EPOLLPRI", 0x2), ("EPOLLOUT", 0x4), ("EPOLLERR", 0x8), ("EPOLLHUP", 0x10), ("EPOLLRDHUP", 0x2000),
        ("EPOLLEXCLUSIVE", 1L << 28), ("EPOLLONESHOT", OneShot), ("EPOLLET", EdgeTriggered),
        ("SO_EE_ORIGIN_ZEROCOPY", ZeroCopyOrigin), ("SO_EE_CODE_ZEROCOPY_COPIED", ZeroCopyCopied),
        ("EPOLL_CTL_ADD", 1), ("EPOLL_CTL_DEL", 2), ("EPOLL_CTL_MOD", 3),
    ];

    public static long? Find(string name) => Array.Find(All, row => row.Name == name) is { Name: not null } row ? row.Value : Errno.Find(name);

    /// <summary>The value of a number, a constant, several of them joined, or the only item of a list.</summary>
    public static long Evaluate(Argument argument) => argument switch
    {
        Argument.Number number => number.Value,
        Argument.Word word => Find(word.Name) ?? throw new NotApplicableException(word.Place, $"the constant '{word.Name}' is not known here"),
        Argument.Union union => union.Parts.Aggregate(0L, (value, part) => value | Evaluate(part)),
        Argument.List { Items: [var only] } => Evaluate(only),
        Argument.Any => 0,
        _ => throw new ScriptFailure(argument.Place, "a number or the name of a constant is expected here"),
    };
}
