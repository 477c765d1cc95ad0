using ReplicatedLog.Raft;

namespace ReplicatedLog.Trials;

/// <summary>What clients were promised. The agreed log says in which order commands were executed; each answer and each client's clock must go with it.</summary>
internal static class Promises
{
    /// <summary>Throws unless every answered command is in the log, was answered by what it gave there, and stands there behind all that was answered before it was asked.</summary>
    public static void Check(Journal journal, IReadOnlyList<Entry> log)
    {
        var executed = new Dictionary<(int Client, long Sequence), (int Place, long Result)>();
        var register = new Register();
        foreach ((int place, Entry entry) in log.Index())
        {
            long? result = register.Apply(entry.Command, out bool isFirst);
            if (isFirst)
            {
                executed.Add((entry.Command.Client, entry.Command.Sequence), (place, result!.Value));
            }
        }

        foreach (Operation operation in journal.Operations.Where(operation => operation.End is not null))
        {
            if (!executed.TryGetValue(Key(operation), out (int Place, long Result) found))
            {
                throw new SafetyException("Lost command", $"{operation}, is not in the agreed log.");
            }

            if (found.Result != operation.Result)
            {
                throw new SafetyException("Wrong answer", $"{operation}; by the agreed log it is {found.Result}.");
            }
        }

        CheckOrder(journal, operation => executed.TryGetValue(Key(operation), out (int Place, long Result) found) ? found.Place : null);
    }

    private static (int Client, long Sequence) Key(Operation operation) => (operation.Command.Client, operation.Command.Sequence);

    private static void CheckOrder(Journal journal, Func<Operation, int?> placeOf)
    {
        // Of all that was answered before a command was asked, the last in the log.
        var answers = new Queue<Operation>(journal.Operations.Where(operation => operation.End is not null).OrderBy(operation => operation.End));
        (int Place, Operation? Operation) last = (-1, null);
        foreach (Operation operation in journal.Operations)
        {
            while (answers.TryPeek(out Operation? answered) && answered.End < operation.Begin)
            {
                int place = placeOf(answers.Dequeue())!.Value;
                last = place > last.Place ? (place, answered) : last;
            }

            if (placeOf(operation) < last.Place)
            {
                throw new SafetyException("Order", $"{operation}, asked at {operation.Begin.TotalSeconds:0.000} s, was executed before {last.Operation}.");
            }
        }
    }
}
