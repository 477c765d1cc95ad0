using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The script's open files, by the numbers that the script gives them.</summary>
internal sealed class FileTable
{
    private readonly SortedList<int, ScriptFile> _files = [];

    /// <summary>The sockets, in the order of their numbers.</summary>
    public IEnumerable<SocketFile> Sockets => _files.Values.OfType<SocketFile>();

    public bool TryFind(long number, [NotNullWhen(true)] out ScriptFile? file)
    {
        file = null;
        return number is >= 0 and <= int.MaxValue && _files.TryGetValue((int)number, out file);
    }

    /// <summary>Gives a file the number that the script expects, or the least free one where it expects none.</summary>
    public int Add(ScriptFile file, long? expected)
    {
        int number = 3;
        if (expected is >= 0 and <= int.MaxValue && !_files.ContainsKey((int)expected))
            number = (int)expected;
        while (_files.ContainsKey(number))
            number++;
        _files.Add(number, file);
        return number;
    }

    public bool Remove(long number) => number is >= 0 and <= int.MaxValue && _files.Remove((int)number);
}
