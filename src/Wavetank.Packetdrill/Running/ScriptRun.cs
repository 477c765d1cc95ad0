using System.Runtime.ExceptionServices;
using Wavetank.Engine;
using Wavetank.Packetdrill.Checking;
using Wavetank.Packetdrill.Expressions;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Calls;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packetdrill.Running.Packets;
using Wavetank.Packetdrill.Running.Shell;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Packetdrill.Running;

/// <summary>
/// One run of a script. The script is an asynchronous program of the simulation: it sleeps until its next event is due, makes its calls,
/// and is the other end of the host's cable.
/// </summary>
internal sealed partial class ScriptRun : IDisposable
{
    // Time 0 of the script lies behind that of the simulation: a clock that shows zero is a special case in no real host.
    private const long StartNanoseconds = 100 * SimulationTime.NanosecondsPerSecond;

    private readonly Script _script;
    private readonly VirtualHost _host;
    private readonly Conversations _conversations;
    private readonly PacketWriter _writer;
    private readonly PacketReader _reader;
    private readonly FileTable _files = new();
    private readonly ScriptShell _shell;
    private readonly List<string> _output;
    private readonly Dictionary<string, object> _variables = [];
    private TcpConnection? _connection;
    private Exception? _failure;

    // When the event before happened, in nanoseconds of the simulation.
    private long _previous = StartNanoseconds;

    public ScriptRun(Script script, HostSettings settings, string directory, List<string> output)
    {
        _script = script;
        _host = new VirtualHost(settings);
        _conversations = new Conversations(_host);
        _writer = new PacketWriter(_host, _conversations);
        _reader = new PacketReader(_conversations);
        _shell = new ScriptShell(settings, directory);
        _output = output;
    }

    /// <summary>Runs the script to its end.</summary>
    /// <exception cref="ScriptFailure">The host did not do what the script says.</exception>
    /// <exception cref="NotApplicableException">The script needs what is not modelled.</exception>
    public void Run()
    {
        _host.Simulator.Programs.StartAsync("script", VirtualHost.Name, _host.Stack, _ => RunEventsAsync(), TimeSpan.FromTicks(StartNanoseconds / TimeSpan.NanosecondsPerTick));
        _host.Simulator.Run(SimulationTime.MaxValue);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    public void Dispose() => _host.Dispose();

    private long Now => _host.Simulator.NowNanoseconds;

    private async Task RunEventsAsync()
    {
        try
        {
            foreach (ScriptEvent item in _script.Events)
            {
                (long start, long end) = DueTimes(item.Time);
                await RunEventAsync(item, start, end);
                NoteConnection();
            }

            await EndCallAsync();
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        _host.Simulator.Stop();
    }

    private async ValueTask RunEventAsync(ScriptEvent item, long start, long end)
    {
        if (item.Action is ScriptAction.Outbound outbound)
        {
            _previous = await ExpectAsync(outbound.Packet, item, start, end);
            return;
        }

        await SleepUntilAsync(start);
        NoteConnection();
        _previous = Now;
        switch (item.Action)
        {
            case ScriptAction.Inbound inbound:
                _host.Link.Inject(_writer.Write(inbound.Packet, item.Place));
                break;
            case ScriptAction.Call call:
                await CallAsync(item, call);
                break;
            case ScriptAction.Command command:
                _shell.Run(command.Text, item.Place);
                break;
            case ScriptAction.Code code:
                RunCode(code);
                break;
        }
    }

    private (long Start, long End) DueTimes(EventTime time) => time.Kind switch
    {
        EventTimeKind.Absolute => (StartNanoseconds + time.Start, StartNanoseconds + time.End),
        EventTimeKind.Relative => (_previous + time.Start, _previous + time.End),
        _ => (_previous, long.MaxValue - _host.Settings.Tolerance),
    };

    private async ValueTask SleepUntilAsync(long time)
    {
        if (time > Now)
        {
            await new Alarm(_host.Simulator).WaitUntilAsync(time);
        }
    }

    private void RunCode(ScriptAction.Code code)
    {
        try
        {
            PythonCode.Run(code.Text, _variables, LookUp, _output.Add);
        }
        catch (AssertionFailedException exception)
        {
            throw new ScriptFailure(PlaceIn(code, exception.Offset), CodeText.Failure(code.Text, exception, LookUp));
        }
        catch (PythonException exception)
        {
            throw new NotApplicableException(PlaceIn(code, exception.Offset), exception.Message);
        }
    }

    private object? LookUp(string name) => ConnectionVariables.Find(name, _connection);

    /// <summary>Keeps the connection under test, which code may ask about when it has gone.</summary>
    private void NoteConnection()
    {
        if (_conversations.UnderTest is { } conversation)
            _connection = _host.Stack.Tcp.Connections.FirstOrDefault(c => c.Local == conversation.Local && c.Remote == conversation.Remote) ?? _connection;
    }

    private static Place PlaceIn(ScriptAction.Code code, int offset)
    {
        ReadOnlySpan<char> before = code.Text.AsSpan(0, offset);
        int line = before.Count('\n'), start = before.LastIndexOf('\n') + 1;
        return line == 0
            ? new Place(code.Start.Line, code.Start.Column + offset)
            : new Place(code.Start.Line + line, offset - start + 1);
    }
}
