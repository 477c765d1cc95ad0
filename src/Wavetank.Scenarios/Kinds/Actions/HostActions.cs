using Wavetank.Devices;
using Wavetank.Devices.Faults;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>The rows of what happens to hosts and has no options.</summary>
internal static class HostActions
{
    internal static readonly ActionKind Crash = Row(
        "crash", "A host loses its power; when that is over, it starts again, and its applications with it.", (host, _) => new CrashFault(host));

    internal static readonly ActionKind Stop = Row(
        "stop", "A host's applications end, and their sockets are closed; when that is over, they start again.", (host, _) => new StopFault(host));

    internal static readonly ActionKind Pause = Row(
        "pause", "A host's applications stand still; when that is over, they go on.", (host, _) => new PauseFault(host));

    internal static readonly ActionKind FillListenQueue = Row(
        "fill-listen-queue", "The queue of a listening port is full: SYNs to it are dropped.", (host, port) => new FullListenQueueFault(host, port), ActionTarget.Port);

    internal static readonly ActionKind ExhaustPorts = Row(
        "exhaust-ports", "All ephemeral ports of a host are taken, of TCP and of UDP.", (host, _) => new PortExhaustionFault(host));

    internal static readonly ActionKind FailNames = Row(
        "fail-names", "Look-ups of names by a host fail at once.", (host, _) => new NameFailureFault(host));

    private static ActionKind Row(string name, string summary, Func<Host, int, Fault> create, ActionTarget sort = ActionTarget.Host) => new(
        name, summary, sort, arguments => targets => arguments.Targets.Names.Select(host => create(targets.Host(host), arguments.Targets.Port)));
}
