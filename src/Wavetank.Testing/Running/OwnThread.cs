namespace Wavetank.Testing.Running;

/// <summary>Code that waits, off the thread pool: a simulation on the pool may hold it to a single thread.</summary>
internal static class OwnThread
{
    public static Task Run(string name, Action body) => Run(name, () =>
    {
        body();
        return true;
    });

    public static Task<T> Run<T>(string name, Func<T> body)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(body());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        return done.Task;
    }
}
