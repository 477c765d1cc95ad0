using System.Globalization;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Packetdrill.Running.Shell;

/// <summary>
/// Understands the commands by which scripts set up a host: sysctl and its like. It starts no process. A command that it does not know makes
/// the script not applicable.
/// </summary>
/// <param name="settings">What the commands change.</param>
/// <param name="directory">Where the script lies: shell files that it names are looked for there, and read.</param>
internal sealed class ScriptShell(HostSettings settings, string directory)
{
    private const string SettingsFolder = "/proc/sys/";
    private const int MostBytesOfAFile = 100_000;

    public void Run(string text, Place place) => Run(text, place, isNested: false);

    private void Run(string text, Place place, bool isNested)
    {
        foreach (string[] command in ShellWords.Read(text))
            Run(command, place, isNested);
    }

    private void Run(string[] command, Place place, bool isNested)
    {
        string[] arguments = [.. command.Skip(1).Where(word => !word.Contains('>', StringComparison.Ordinal) && word != "/dev/null")];
        string name = command[0][(command[0].LastIndexOf('/') + 1)..];
        switch (name)
        {
            case "sysctl":
                foreach (string assignment in arguments.Where(word => !word.StartsWith('-')))
                    Assign(assignment, place);
                break;
            case "set_sysctls.py":
                foreach (string assignment in arguments)
                    Assign(assignment.StartsWith(SettingsFolder, StringComparison.Ordinal) ? assignment[SettingsFolder.Length..] : assignment, place);
                break;
            case "tc":
                SetQueue(arguments, place);
                break;
            case "ip" when arguments is ["tcp_metrics", ..]:
            case "true" or "sleep" or "echo" or "sync":
            case var restore when restore.StartsWith("sysctl_restore_", StringComparison.Ordinal):
                break;
            case var file when file.EndsWith(".sh", StringComparison.Ordinal) && !isNested:
                RunFile(command[0], place);
                break;
            default:
                throw new NotApplicableException(place, $"the shell command '{string.Join(' ', command)}' is outside of a simulator");
        }
    }

    /// <summary>A shell file is read as the commands that it holds, where these are of the kind that is understood here.</summary>
    private void RunFile(string name, Place place)
    {
        string path = Path.Combine(directory, name);
        if (!Path.IsPathRooted(name) && File.Exists(path) && new FileInfo(path).Length <= MostBytesOfAFile)
            Run(File.ReadAllText(path), place, isNested: true);
        else if (Path.GetFileName(name) != "defaults.sh")
            throw new NotApplicableException(place, $"the shell file '{name}' was not found beside the script");
    }

    private void SetQueue(string[] arguments, Place place)
    {
        string kind = arguments is ["qdisc", _, "dev", _, "root", ..] ? arguments[5..].FirstOrDefault() ?? "" : "";
        settings.Tcp.Pacing = kind switch
        {
            "fq" => true,
            "pfifo" or "pfifo_fast" or "noqueue" => false,
            _ => throw new NotApplicableException(place, $"the command 'tc {string.Join(' ', arguments)}' is outside of a simulator"),
        };
    }

    private void Assign(string assignment, Place place)
    {
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            throw new ScriptFailure(place, $"'{assignment}' is not of the form name=value");
        string name = assignment[..equals].Trim().Replace('/', '.');
        string text = assignment[(equals + 1)..].Trim();
        name = name.StartsWith("net.ipv4.", StringComparison.Ordinal) ? name["net.ipv4.".Length..] : name;
        if (name == "tcp_congestion_control")
        {
            settings.Tcp.CongestionControl = CongestionControlTable.Contains(text)
                ? text
                : throw new NotApplicableException(place, $"the congestion control '{text}' is not modelled");
            return;
        }

        SysctlRow row = SysctlTable.Find(name) ?? throw new NotApplicableException(place, $"the system setting {name} is not modelled");
        long[] values = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        if (values.Length > 0 && row.Apply(settings, values) is { } reason)
            throw new NotApplicableException(place, reason);
    }

    private static long Number(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long value) ? value
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) ? value
        : 0;
}
