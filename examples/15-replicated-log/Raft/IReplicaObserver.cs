namespace ReplicatedLog.Raft;

/// <summary>Is told what a replica does, as logging would be.</summary>
public interface IReplicaObserver
{
    /// <summary>A replica was elected.</summary>
    void Elected(int replica, long term);

    /// <summary>A replica executed an entry of its log.</summary>
    void Applied(int replica, long index, Entry entry);
}
