namespace ReplicatedLog.Transport;

/// <summary>What came in and is not yet handled, in its order.</summary>
internal sealed class Mailbox
{
    private readonly Queue<Letter> _letters = new();
    private TaskCompletionSource? _arrival;

    public void Post(Letter letter)
    {
        _letters.Enqueue(letter);
        TaskCompletionSource? arrival = _arrival;
        _arrival = null;
        arrival?.SetResult();
    }

    public bool TryTake(out Letter letter) => _letters.TryDequeue(out letter);

    /// <summary>Ends when there is a letter.</summary>
    public Task WaitAsync() => _letters.Count > 0 ? Task.CompletedTask : (_arrival = new TaskCompletionSource()).Task;
}
