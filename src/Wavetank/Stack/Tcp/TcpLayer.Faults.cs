namespace Wavetank.Stack.Tcp;

/// <summary>What is made to go wrong from outside.</summary>
internal sealed partial class TcpLayer
{
    private List<ushort>? _filled;

    /// <summary>Whether listeners at a port have no room, whatever they hold.</summary>
    public bool IsFilled(ushort port) => _filled is not null && _filled.Contains(port);

    /// <summary>Leaves listeners at a port, present and future, without room.</summary>
    public void Fill(ushort port) => (_filled ??= []).Add(port);

    /// <summary>Gives the room back: one call for each of <see cref="Fill"/>.</summary>
    public void Empty(ushort port) => _filled?.Remove(port);
}
