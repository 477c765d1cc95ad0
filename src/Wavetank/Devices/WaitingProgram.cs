namespace Wavetank.Devices;

/// <summary>A program that waits, and the socket that it waits on: a row of a table such as netstat prints.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Program">The program's name.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>; empty where it waits on no socket.</param>
/// <param name="Local">The socket's local end.</param>
/// <param name="Remote">Its remote end, or <c>*</c>.</param>
/// <param name="State">The state of the connection in the words of RFC 9293; empty for UDP.</param>
/// <param name="WaitsFor">The call that waits, and since when.</param>
public sealed record WaitingProgram(
    string Host, string Program, string Protocol, string Local, string Remote, string State, string WaitsFor);
