using ReplicatedLog.Raft;

namespace ReplicatedLog;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(ReplicationBug Bug, ulong First, int Count, bool IsRough, int Threads)
{
    public const string Usage = "ReplicatedLog [--bug NAME] [--seeds FIRST..LAST] [--rough] [--threads N]";

    /// <summary>Reads them; null where they make no sense.</summary>
    public static Arguments? Parse(string[] args)
    {
        var parsed = new Arguments(ReplicationBug.None, First: 1, Count: 100, IsRough: false, Environment.ProcessorCount);
        for (int i = 0; i < args.Length; i++)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--rough":
                    parsed = parsed with { IsRough = true };
                    continue;
                case "--bug" when Enum.TryParse(value, ignoreCase: true, out ReplicationBug bug) && Enum.IsDefined(bug):
                    parsed = parsed with { Bug = bug };
                    break;
                case "--threads" when int.TryParse(value, out int threads) && threads > 0:
                    parsed = parsed with { Threads = threads };
                    break;
                case "--seeds" when value.Split("..") is [var first, var last] && ulong.TryParse(first, out ulong from) && ulong.TryParse(last, out ulong to) && from <= to:
                    parsed = parsed with { First = from, Count = (int)(to - from) + 1 };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return parsed;
    }
}
