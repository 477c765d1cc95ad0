namespace Wavetank.Stack.Names;

/// <summary>How the name servers that run on a host fail just now. They ask for it with each query, so that one that is started later fails too.</summary>
internal sealed class NameServing
{
    private readonly List<NameServerFailure> _failures = [];

    /// <summary>What holds: of several the one that began last; null where there is none.</summary>
    public NameServerFailure? Failure => _failures.Count > 0 ? _failures[^1] : null;

    public void Begin(NameServerFailure failure) => _failures.Add(failure);

    /// <summary>Ends the latest of its sort.</summary>
    public void End(NameServerFailure failure) => _failures.RemoveAt(_failures.LastIndexOf(failure));
}
