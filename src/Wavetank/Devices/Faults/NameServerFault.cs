using Wavetank.Stack.Names;

namespace Wavetank.Devices.Faults;

/// <summary>
/// The name servers that run on a host (<c>DnsServer</c>) do not answer, or answer that they cannot. Queries whose
/// answer is under way already get it. The host itself, and its other programs, notice nothing.
/// </summary>
/// <remarks>Of several at once the one that began last holds.</remarks>
/// <param name="host">The host.</param>
/// <param name="failure">What they do. Default: they are silent.</param>
public sealed class NameServerFault(Host host, NameServerFailure failure = NameServerFailure.Silence) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <summary>What they do.</summary>
    public NameServerFailure Failure => failure;

    /// <inheritdoc/>
    public override string Kind => "fail-name-server";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    public override string Details => failure switch
    {
        NameServerFailure.ServerFailure => "failure: servfail",
        NameServerFailure.Refused => "failure: refused",
        _ => "failure: silence",
    };

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => _host.Stack.NameServing.Begin(failure);

    /// <inheritdoc/>
    protected internal override void End(Network network) => _host.Stack.NameServing.End(failure);
}
