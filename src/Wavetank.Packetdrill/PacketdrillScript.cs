using System.Text;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running;

namespace Wavetank.Packetdrill;

/// <summary>
/// A script in packetdrill's notation: timed system calls, packets in, packets out, and checks. It runs against a simulated host, in virtual
/// time.
/// </summary>
/// <remarks>
/// The notation is packetdrill's; the implementation is Wavetank's own. Differences: a segment that a script expects to be larger than the
/// MSS (a host with segmentation offload sends such) may come as several; sizes of buffers are counted in payload, not in Linux's
/// bookkeeping; shell commands are not run but understood, where they set what is modelled.
/// </remarks>
public sealed class PacketdrillScript
{
    private const long MostBytes = 4 * 1024 * 1024;

    private readonly Script? _script;
    private readonly NotApplicableException? _notApplicable;
    private readonly string _file;
    private readonly string _directory;

    private PacketdrillScript(string file, string directory, Script? script, NotApplicableException? notApplicable)
    {
        _file = file;
        _directory = directory;
        _script = script;
        _notApplicable = notApplicable;
    }

    /// <summary>Reads a script from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScriptSyntaxException">It is not a script; every problem is listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PacketdrillScript Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            throw new IOException($"{path}: a script has at most {MostBytes >> 20} MiB.");
        return Parse(File.ReadAllText(path, Encoding.UTF8), path);
    }

    /// <summary>Reads a script from a text.</summary>
    /// <param name="text">The script.</param>
    /// <param name="file">Its name for messages; the folder in it is where shell files are looked for.</param>
    /// <exception cref="ScriptSyntaxException">It is not a script; every problem is listed.</exception>
    public static PacketdrillScript Parse(string text, string file = "script.pkt")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        string directory = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        try
        {
            return new PacketdrillScript(file, directory, ScriptParser.Parse(file, text.ReplaceLineEndings("\n")), null);
        }
        catch (NotApplicableException exception)
        {
            return new PacketdrillScript(file, directory, null, exception);
        }
    }

    /// <summary>Runs the script on a new host. The same script gives the same result every time.</summary>
    public ScriptResult Run(ScriptOptions? options = null)
    {
        if (_script is null)
            return new ScriptResult(ScriptVerdict.NotApplicable, Message(_notApplicable!.Place, _notApplicable.Message), []);
        var output = new List<string>();
        try
        {
            using var run = new ScriptRun(_script, OptionReader.Read(_script, options ?? new ScriptOptions()), _directory, output);
            run.Run();
            return new ScriptResult(ScriptVerdict.Passed, null, output);
        }
        catch (ScriptFailure failure)
        {
            return new ScriptResult(ScriptVerdict.Failed, Message(failure.Place, failure.Message), output);
        }
        catch (NotApplicableException exception)
        {
            return new ScriptResult(ScriptVerdict.NotApplicable, Message(exception.Place, exception.Message), output);
        }
    }

    private string Message(Place place, string message) => $"{_file}:{place.Line}:{place.Column}: {message}";
}
