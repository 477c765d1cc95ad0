namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>What epoll_create opens: files, and what is asked about each.</summary>
internal sealed class EpollFile : ScriptFile
{
    /// <summary>The files by number.</summary>
    public SortedList<long, Interest> Interests { get; } = [];

    /// <summary>What is asked about a file.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Events">The events asked for; 0 after a one-shot was reported.</param>
    internal sealed record Interest(SocketFile File, long Events)
    {
        /// <summary>What the socket was like when it was last reported; null before. Counts where only edges are reported.</summary>
        public EdgeState? Reported { get; init; }
    }
}
