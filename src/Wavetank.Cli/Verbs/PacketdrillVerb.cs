using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Packetdrill;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank packetdrill</c>: runs scripts in packetdrill's notation against the simulated stack.</summary>
internal static class PacketdrillVerb
{
    private const string Pattern = "*.pkt";
    private const string V4 = "ipv4", V6 = "ipv6", Both = "both";

    internal static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = $"Scripts, or folders whose {Pattern} files are run.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> version = new Option<string>("--ip-version")
        {
            Description = "What scripts that do not say run on; ipv4 by default.",
            HelpName = $"{V4}|{V6}|{Both}",
            DefaultValueFactory = _ => V4,
        }.AcceptOnlyFromAmong(V4, V6, Both);
        var verb = new Command("packetdrill", "Run scripts in packetdrill's notation against the simulated TCP/IP, in virtual time.");
        verb.Add(files);
        verb.Add(version);
        verb.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(version)!, terminal));
        return verb;
    }

    private static int Run(string[] names, string version, Terminal terminal)
    {
        if (!TryLoad(names, terminal, out List<(string File, PacketdrillScript Script)> scripts))
            return ExitCode.BadInput;
        int passed = 0, failed = 0, notApplicable = 0;
        foreach ((string file, PacketdrillScript script) in scripts)
        {
            foreach (string family in version == Both ? [V4, V6] : new[] { version })
            {
                ScriptResult result = script.Run(new ScriptOptions { IPv6 = family == V6 });
                passed += result.Verdict == ScriptVerdict.Passed ? 1 : 0;
                failed += result.Verdict == ScriptVerdict.Failed ? 1 : 0;
                notApplicable += result.Verdict == ScriptVerdict.NotApplicable ? 1 : 0;
                Show(file, version == Both ? $" ({family})" : "", result, terminal.Output);
            }
        }

        terminal.Output.WriteLine($"{passed} passed, {failed} failed, {notApplicable} not applicable");
        return failed == 0 ? ExitCode.Success : ExitCode.ExpectationFailed;
    }

    /// <summary>Reads all scripts before the first is run, so that every problem is known at once.</summary>
    private static bool TryLoad(string[] names, Terminal terminal, out List<(string File, PacketdrillScript Script)> scripts)
    {
        scripts = [];
        bool good = true;
        foreach (string file in names.SelectMany(Expand))
        {
            try
            {
                scripts.Add((file, PacketdrillScript.Load(file)));
            }
            catch (ScriptSyntaxException exception)
            {
                good = false;
                foreach (ScriptProblem problem in exception.Problems)
                    terminal.WriteErrorLine(problem.ToString());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                good = false;
                terminal.WriteErrorLine($"wavetank: {file}: {(File.Exists(file) ? FileProblem.Describe(exception) : MissingFile.Describe(file))}");
            }
        }

        return good;
    }

    private static IEnumerable<string> Expand(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BadInputException("FILE is empty; name a script, or a folder of scripts");
        if (!Directory.Exists(name))
            return [name];
        string[] files = [.. Directory.EnumerateFiles(name, Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new BadInputException($"{name}: there is no {Pattern} file in this folder");
    }

    private static void Show(string file, string family, ScriptResult result, TextWriter output)
    {
        string word = result.Verdict switch { ScriptVerdict.Passed => "PASS", ScriptVerdict.Failed => "FAIL", _ => "SKIP" };
        output.WriteLine($"{word} {file}{family}");
        foreach (string line in result.Output)
            output.WriteLine($"     print: {line}");
        foreach (string line in result.Message?.Split('\n') ?? [])
            output.WriteLine($"     {line}");
    }
}
