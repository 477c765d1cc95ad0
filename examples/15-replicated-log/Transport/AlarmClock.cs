namespace ReplicatedLog.Transport;

/// <summary>Posts a letter at a set time. To set it anew takes the old time back, even where its letter lies in the mailbox already.</summary>
internal sealed class AlarmClock
{
    private readonly ITimer _timer;
    private int _number;

    public AlarmClock(TimeProvider time, Mailbox mailbox) => _timer = time.CreateTimer(
        _ => mailbox.Post(new Letter(Message: null, From: null, _number)), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public bool IsCurrent(int number) => number == _number;

    public void Set(TimeSpan due)
    {
        _number++;
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }
}
