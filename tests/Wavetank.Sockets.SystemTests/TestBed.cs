namespace SocketSuite;

/// <summary>Where a test's programs run: here, on the operating system.</summary>
internal static class TestBed
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TimeProvider Time => TimeProvider.System;

    /// <summary>Runs an asynchronous program.</summary>
    public static Task Run(Func<Task> program) => Task.Run(program).WaitAsync(Limit);

    /// <summary>Runs programs that block, each on its own thread.</summary>
    public static Task RunBlocking(params Action[] programs) =>
        Task.WhenAll(programs.Select(program => Task.Factory.StartNew(program, TaskCreationOptions.LongRunning))).WaitAsync(Limit);

    /// <summary>Runs a server and a client on two hosts, which is one here. Each is given the server's name.</summary>
    public static Task RunPair(Func<string, Task> server, Func<string, Task> client) =>
        Task.WhenAll(Task.Run(() => server("localhost")), Task.Run(() => client("localhost"))).WaitAsync(Limit);

    /// <summary>Runs programs that block on a server's host and on hosts of clients, which are one here. Each is given the server's name.</summary>
    public static Task RunHosts(Action<string> server, params Action<string>[] clients) =>
        RunBlocking([() => server("localhost"), .. clients.Select(client => (Action)(() => client("localhost")))]);
}
