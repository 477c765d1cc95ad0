namespace Wavetank.Stack;

/// <summary>
/// Who holds an endpoint of the stack, for the table that is shown when nothing can happen any more. Set as the user of a
/// connection, a listen queue or a UDP endpoint.
/// </summary>
internal interface IEndpointOwner
{
    /// <summary>The program that made the socket.</summary>
    string Program { get; }

    /// <summary>What a call on it waits for, such as <c>Receive since 1.200000000 s</c>; null if nothing waits.</summary>
    string? WaitingFor { get; }

    /// <summary>The program ended without closing it: what an operating system does then.</summary>
    void CloseAtExit();
}
