using System.ComponentModel;
using System.Diagnostics;

namespace Wavetank.Tests.Recording.Capture;

/// <summary>Wireshark's command line, which reads a capture independently of us.</summary>
internal static class Tshark
{
    /// <summary>The values of fields, one row for each packet; skips the test where tshark is not installed.</summary>
    public static string[][] Fields(byte[] capture, params string[] fields)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pcapng");
        File.WriteAllBytes(path, capture);
        try
        {
            string[] checksums = ["ip", "tcp", "udp"];
            string output = Run(
            [
                "-n", "-r", path, "-T", "fields", "-E", "separator=|",
                .. checksums.SelectMany(protocol => new[] { "-o", $"{protocol}.check_checksum:TRUE" }),
                .. fields.SelectMany(field => new[] { "-e", field }),
            ]);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string[] arguments)
    {
        var start = new ProcessStartInfo("tshark", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip("tshark is not installed.");
        }

        using Process process = started!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
