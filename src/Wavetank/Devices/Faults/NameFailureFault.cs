namespace Wavetank.Devices.Faults;

/// <summary>
/// Look-ups of a host that begin meanwhile fail at once with TryAgain (EAI_AGAIN of getaddrinfo), whether it asks name servers or not, and
/// whatever it has learnt. Its own name and <c>localhost</c> it knows all the same.
/// </summary>
/// <remarks>For name servers that cannot be reached, so that a look-up takes its whole time, partition the host from them.</remarks>
/// <param name="host">The host.</param>
public sealed class NameFailureFault(Host host) : Fault
{
    private readonly Host _host = host ?? throw new ArgumentNullException(nameof(host));

    /// <inheritdoc/>
    public override string Kind => "fail-names";

    /// <inheritdoc/>
    public override string Target => _host.Name;

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => _host.Stack.Resolver.Failures++;

    /// <inheritdoc/>
    protected internal override void End(Network network) => _host.Stack.Resolver.Failures--;
}
