using Wavetank.Engine.Programs;

namespace Wavetank.Sockets.Waiting;

/// <summary>
/// The calls whose names begin with Begin and End. As on the platform they stand on the tasks of their Async siblings; the callback
/// comes on the simulation's thread, where the platform's would come on the thread pool.
/// </summary>
internal static class AsyncResults
{
    public static IAsyncResult Begin(Task task, AsyncCallback? callback, object? state)
    {
        // What is done already calls back at once, from inside the call.
        if (callback is null || task.IsCompleted || SimulatedProgram.Current is not { } program)
        {
            return TaskToAsyncResult.Begin(task, callback, state);
        }

        IAsyncResult result = TaskToAsyncResult.Begin(task, null, state);
        var call = new ProgramCallback(program.Simulator, () => callback(result));
        call.Capture();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(call.Post);
        return result;
    }

    /// <inheritdoc cref="End{T}(IAsyncResult)"/>
    public static void End(IAsyncResult asyncResult)
    {
        ThrowIfItWouldBlock(asyncResult);
        TaskToAsyncResult.End(asyncResult);
    }

    /// <summary>The result of a call that was begun. A blocking program waits for it.</summary>
    /// <exception cref="ArgumentException">The result is not that of such a call.</exception>
    /// <exception cref="InvalidOperationException">It has not ended, and the wait would block an asynchronous program.</exception>
    public static T End<T>(IAsyncResult asyncResult)
    {
        ThrowIfItWouldBlock(asyncResult);
        return TaskToAsyncResult.End<T>(asyncResult);
    }

    /// <summary>The task of a call that was begun, which has ended.</summary>
    public static Task<T> Join<T>(IAsyncResult asyncResult)
    {
        ThrowIfItWouldBlock(asyncResult);
        Task<T> task = TaskToAsyncResult.Unwrap<T>(asyncResult);
        asyncResult.AsyncWaitHandle.WaitOne();
        return task;
    }

    private static void ThrowIfItWouldBlock(IAsyncResult? asyncResult)
    {
        if (asyncResult is { IsCompleted: false } && SimulatedProgram.Current is { MayBlock: false } program)
        {
            program.Wait();
        }
    }
}
