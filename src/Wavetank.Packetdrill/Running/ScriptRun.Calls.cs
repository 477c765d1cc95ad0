using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Calls;

namespace Wavetank.Packetdrill.Running;

/// <summary>System calls: those that return at once, and one at a time that blocks while the script goes on.</summary>
internal sealed partial class ScriptRun
{
    private PendingCall? _pending;

    private async ValueTask CallAsync(ScriptEvent item, ScriptAction.Call call)
    {
        await EndCallAsync();
        long due = Now;
        SystemCall handler = SystemCallTable.Find(call.Name)
            ?? throw new NotApplicableException(item.Place, $"the system call '{call.Name}' is not modelled");
        long end = call.End is not { } written ? due : item.Time.Kind == EventTimeKind.Relative ? due - item.Time.Start + written : StartNanoseconds + written;
        var context = new CallContext(_host, _files, _conversations, call, item.Place);
        _pending = new PendingCall(item, call, MakeAsync(handler, context), end);
        if (call.End is null)
            await EndCallAsync();
    }

    /// <summary>Waits for the call that is being made, and compares its result and the time of its return.</summary>
    private async ValueTask EndCallAsync()
    {
        if (_pending is not { } pending)
            return;
        _pending = null;
        long latest = pending.End + _host.Settings.Tolerance;
        if (!pending.Task.IsCompleted)
        {
            // One step of the simulation lets a call end that has all that it needs.
            await new Alarm(_host.Simulator).WaitUntilAsync(Now);
            if (!pending.Task.IsCompleted && latest > Now)
                await Task.WhenAny(pending.Task, new Alarm(_host.Simulator).WaitUntilAsync(latest).AsTask());
        }

        if (!pending.Task.IsCompleted)
            throw new ScriptFailure(pending.Item.Place, $"{pending.Call.Name} blocks: it has not returned at {Script(Now)}");
        (CallResult result, long time) = await pending.Task;
        CompareResult(pending, result);
        if (time > latest || time < pending.End - _host.Settings.Tolerance)
            throw new ScriptFailure(pending.Item.Place, $"{pending.Call.Name} returned at {Script(time)}, not at {Script(pending.End)}");
    }

    private async Task<(CallResult Result, long Time)> MakeAsync(SystemCall handler, CallContext context)
    {
        try
        {
            return (await handler(context), Now);
        }
        catch (CallException exception)
        {
            return (CallResult.Fail(exception.Errno), Now);
        }
    }

    private static void CompareResult(PendingCall pending, CallResult result)
    {
        if (pending.Call.Result is Argument.Any)
            return;
        long expected = Constants.Evaluate(pending.Call.Result);
        if (expected == result.Value && pending.Call.Errno == result.Error)
            return;
        throw new ScriptFailure(pending.Item.Place, $"{pending.Call.Name} returned {result}, not {new CallResult(expected, pending.Call.Errno)}");
    }

    private sealed record PendingCall(ScriptEvent Item, ScriptAction.Call Call, Task<(CallResult Result, long Time)> Task, long End);
}
