using System.Net.Sockets;

namespace ChatSample;

/// <summary>One end of a connection over which lines go.</summary>
public sealed class ChatMember : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    public ChatMember(TcpClient client)
    {
        _client = client;
        _reader = new StreamReader(client.GetStream());
        _writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
    }

    public string Name { get; set; } = "";

    /// <summary>The next line; null at the end.</summary>
    public string? Hear() => _reader.ReadLine();

    public void Say(string line)
    {
        try
        {
            _writer.WriteLine(line);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Who cannot be told anything any more has a thread that finds out.
        }
    }

    public void Dispose() => _client.Dispose();
}
