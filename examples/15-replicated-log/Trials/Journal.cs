using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>What happened in a cluster, in its order. It only takes notes; <see cref="Verdict"/> judges.</summary>
/// <param name="now">The simulated time.</param>
public sealed class Journal(Func<TimeSpan> now) : IReplicaObserver
{
    private readonly List<Election> _elections = [];
    private readonly List<Application> _applications = [];
    private readonly List<Operation> _operations = [];

    /// <summary>Who was elected.</summary>
    public IReadOnlyList<Election> Elections => _elections;

    /// <summary>Which entries replicas executed. One that starts again executes its log anew.</summary>
    public IReadOnlyList<Application> Applications => _applications;

    /// <summary>What clients asked, in the order in which they began.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <inheritdoc/>
    public void Elected(int replica, long term) => _elections.Add(new Election(now(), replica, term));

    /// <inheritdoc/>
    public void Applied(int replica, long index, Entry entry) => _applications.Add(new Application(now(), replica, index, entry));

    /// <summary>A client begins to ask.</summary>
    public Operation Begin(Command command)
    {
        var operation = new Operation(now(), command);
        _operations.Add(operation);
        return operation;
    }

    /// <summary>A client is answered.</summary>
    public void End(Operation operation, long result)
    {
        ArgumentNullException.ThrowIfNull(operation);
        operation.End = now();
        operation.Result = result;
    }
}
