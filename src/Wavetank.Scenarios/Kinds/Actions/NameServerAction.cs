using Wavetank.Applications;
using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Building;
using Wavetank.Stack.Names;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>The row of <c>fail-name-server</c>.</summary>
internal static class NameServerAction
{
    internal static readonly Option<DnsFailureKind> Failure = Option<DnsFailureKind>.WithDefault(
        "failure", ValueFormats.DnsFailure, DnsFailureKinds.Silence, "What they do.");

    internal static readonly ActionKind Kind = new(
        "fail-name-server", "The DNS servers of a host do not answer, or answer that they cannot.", ActionTarget.Host, Create, Failure);

    private static Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments)
    {
        NameServerFailure failure = arguments.Values.Get(Failure).Failure switch
        {
            DnsFailure.ServerFailure => NameServerFailure.ServerFailure,
            DnsFailure.Refused => NameServerFailure.Refused,
            _ => NameServerFailure.Silence,
        };
        return targets => arguments.Targets.Names.Select(host => new NameServerFault(targets.Host(host), failure));
    }
}
