using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Sockets.Transports;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>poll and epoll.</summary>
internal static class ReadinessCalls
{
    public static async ValueTask<CallResult> PollAsync(CallContext context)
    {
        if (context[0] is not Argument.List list)
            throw new ScriptFailure(context[0].Place, "poll takes a list such as [{fd=3, events=POLLIN, revents=POLLIN}]");
        (Argument.Structure Entry, SocketFile File, long Events)[] asked =
            [.. list.Items.OfType<Argument.Structure>().Select(entry => (entry, FileOf(context, entry), Value(entry, "events")))];

        long Ready(SocketFile file, long events) => Readiness.Of(file) & (events | Readiness.Always);
        bool AnyReady() => asked.Any(item => Ready(item.File, item.Events) != 0);

        await Waiting.UntilAsync([.. asked.Select(item => item.File.Transport)], AnyReady, context.Number(2));
        int count = 0;
        foreach ((Argument.Structure entry, SocketFile file, long events) in asked)
        {
            long ready = Ready(file, events);
            count += ready != 0 ? 1 : 0;
            if (entry.Find("revents") is { } expected && Constants.Evaluate(expected) != ready)
                throw new ScriptFailure(expected.Place, $"revents is {Text(ready)}, not {Text(Constants.Evaluate(expected))}");
        }

        return new CallResult(count);
    }

    public static ValueTask<CallResult> CreateEpoll(CallContext context) =>
        ValueTask.FromResult(new CallResult(context.Files.Add(new EpollFile(), context.ExpectedResult)));

    public static ValueTask<CallResult> ControlEpoll(CallContext context)
    {
        EpollFile epoll = Epoll(context);
        long number = context.Number(2);
        SocketFile file = context.Socket(2);
        long events = context.IsGiven(3) && context[3] is Argument.Structure entry ? Value(entry, "events") : 0;
        if ((events & Constants.EdgeTriggered) != 0 && (file.Transport is not StreamTransport || file.Transport.IsListening))
            throw new NotApplicableException(context[3].Place, "edge-triggered epoll is modelled for connections only");
        string? error = null;
        switch (context.Number(1))
        {
            case 1:
                error = epoll.Interests.TryAdd(number, new EpollFile.Interest(file, events)) ? null : Errno.Exists;
                break;
            case 2:
                error = epoll.Interests.Remove(number) ? null : Errno.NoEntry;
                break;
            default:
                error = epoll.Interests.ContainsKey(number) ? null : Errno.NoEntry;
                if (error is null)
                    epoll.Interests[number] = new EpollFile.Interest(file, events);
                break;
        }

        return ValueTask.FromResult(error is null ? CallResult.Done : CallResult.Fail(error));
    }

    public static async ValueTask<CallResult> WaitForEpollAsync(CallContext context)
    {
        EpollFile epoll = Epoll(context);
        bool AnyReady() => epoll.Interests.Values.Any(interest => Ready(interest) != 0);
        if (epoll.Interests.Count > 0)
            await Waiting.UntilAsync([.. epoll.Interests.Values.Select(interest => interest.File.Transport)], AnyReady, context.Number(3));
        (long Number, EpollFile.Interest Interest)[] ready =
            [.. epoll.Interests.Where(pair => Ready(pair.Value) != 0).Select(pair => (pair.Key, pair.Value)).Take((int)context.Number(2))];
        Argument.Structure[] expected = context[1] switch
        {
            Argument.Structure one => [one],
            Argument.List list => [.. list.Items.OfType<Argument.Structure>()],
            _ => [],
        };
        for (int i = 0; i < Math.Min(ready.Length, expected.Length); i++)
        {
            long events = Ready(ready[i].Interest);
            if (Value(expected[i], "events") != events)
                throw new ScriptFailure(expected[i].Place, $"the events are {Text(events)}, not {Text(Value(expected[i], "events"))}");
        }

        foreach ((long number, EpollFile.Interest interest) in ready)
        {
            epoll.Interests[number] = (interest.Events & Constants.OneShot) != 0
                ? interest with { Events = 0 }
                : interest with { Reported = EdgeState.Of(interest.File) };
        }

        return new CallResult(ready.Length);
    }

    private static long Ready(EpollFile.Interest interest)
    {
        long ready = interest.Events == 0 ? 0 : Readiness.Of(interest.File) & (interest.Events | Readiness.Always);
        bool isOld = (interest.Events & Constants.EdgeTriggered) != 0 && interest.Reported == EdgeState.Of(interest.File);
        return isOld ? 0 : ready;
    }

    private static EpollFile Epoll(CallContext context) => context.File(0) as EpollFile ?? throw new CallException(Errno.InvalidArgument);

    private static SocketFile FileOf(CallContext context, Argument.Structure entry) =>
        context.Files.TryFind(Value(entry, "fd"), out ScriptFile? file) && file is SocketFile socket
            ? socket
            : throw new ScriptFailure(entry.Place, "fd is the number of no socket");

    private static long Value(Argument.Structure entry, string field) => entry.Find(field) is { } value ? Constants.Evaluate(value) : 0;

    private static string Text(long bits)
    {
        string[] names = ["POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLRDHUP"];
        IEnumerable<string> set = names.Where(name => (bits & Constants.Find(name)!.Value) != 0);
        return bits == 0 ? "0" : string.Join('|', set);
    }
}
