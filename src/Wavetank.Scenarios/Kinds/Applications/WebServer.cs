namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>web-server</c>: a request-server by the name that pages and video have for it.</summary>
internal static class WebServer
{
    internal static readonly ApplicationKind Kind = RequestServer.Row(
        "web-server",
        "Serves the objects that web-clients and video-clients ask for, over TCP.",
        "Objects handed to TCP whole.",
        new CountedWords("object", "objects"));
}
