namespace Wavetank.Stack.Tcp.Listening;

/// <summary>Who uses a listen queue.</summary>
internal interface ITcpListenUser
{
    /// <summary>A connection can be accepted.</summary>
    void OnAcceptable();
}
