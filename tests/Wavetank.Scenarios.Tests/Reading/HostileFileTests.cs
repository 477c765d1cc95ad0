using System.Text;

namespace Wavetank.Scenarios.Tests.Reading;

/// <summary>Files that no scenario is: one clear line for each, without reading more than a scenario may be long.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wavetank-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string OneProblem(string path)
    {
        ScenarioException exception = Assert.Throws<ScenarioException>(() => ScenarioFile.Load(path));
        string line = Assert.Single(exception.Problems).ToString();
        Assert.StartsWith(path + ": ", line, StringComparison.Ordinal);
        return line[(path.Length + 2)..];
    }

    [Fact]
    public void Missing_file_names_its_neighbour()
    {
        Write("lab.yaml", []);
        Write("other.txt", []);

        Assert.Equal("does not exist; did you mean \"lab.yaml\"?", OneProblem(Path.Combine(_folder, "lba.yaml")));
    }

    [Fact]
    public void Missing_file_without_a_like_neighbour_is_only_missing() =>
        Assert.Equal("does not exist", OneProblem(Path.Combine(_folder, "lab.yaml")));

    [Fact]
    public void Missing_folder_is_said() =>
        Assert.Equal("does not exist, and neither does its folder", OneProblem(Path.Combine(_folder, "no", "lab.yaml")));

    [Fact]
    public void Directory_is_refused() =>
        Assert.Equal("is a directory; name the scenario file in it", OneProblem(_folder));

    [Fact]
    public void Empty_file_is_refused() =>
        Assert.Equal("is empty; a scenario needs at least devices and applications", OneProblem(Write("e.yaml", [])));

    [Fact]
    public void Binary_file_is_refused() =>
        Assert.Equal(
            "is not text: it holds a zero byte at offset 4; a scenario is a YAML text file",
            OneProblem(Write("b.yaml", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1])));

    [Fact]
    public void File_that_is_not_utf8_is_refused() =>
        Assert.Equal(
            "is not UTF-8 text: the byte at offset 3 fits no character; a scenario is a YAML text file",
            OneProblem(Write("l.yaml", [(byte)'a', (byte)':', (byte)' ', 0xE4, (byte)'\n'])));

    [Fact]
    public void Utf16_file_is_refused_with_the_remedy() =>
        Assert.Equal("is UTF-16 text; save it as UTF-8", OneProblem(Write("u.yaml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a: 1")])));

    [Fact]
    public void Byte_order_mark_is_let_pass() =>
        Assert.Equal(7UL, ScenarioFile.Load(Write("m.yaml", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Support.Lab.Good)])).Seed);

    [Fact]
    public void Huge_file_is_refused_by_its_size_without_being_read()
    {
        string path = Path.Combine(_folder, "huge.yaml");
        using (FileStream stream = File.Create(path))
            stream.SetLength(100_000_000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        string problem = OneProblem(path);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("is too large for a scenario (100000000 bytes); at most 1048576 bytes (1 MiB)", problem);
        Assert.True(allocated < 200_000, $"{allocated} bytes allocated");
    }

    [Fact]
    public void Endless_device_is_read_no_further_than_a_scenario_may_be_long()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");

        Assert.Equal("is too large for a scenario; at most 1048576 bytes (1 MiB)", OneProblem("/dev/zero"));
    }

    [Fact]
    public void File_that_may_not_be_read_is_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may read everything.");
        string path = Write("secret.yaml", []);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal("may not be read: permission denied", OneProblem(path));
    }

    [Fact]
    public void Yaml_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'i'; c++)
            bomb.Append($"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n");

        ScenarioException exception = Assert.Throws<ScenarioException>(() => ScenarioFile.Parse(bomb.ToString(), "bomb.yaml"));

        Assert.Equal("bomb.yaml:1:4: a: anchors (&name) and aliases (*name) are not understood; write the value out", exception.Message);
    }

    [Fact]
    public void Name_that_is_no_path_is_refused() =>
        Assert.Equal("does not exist", Assert.Single(Assert.Throws<ScenarioException>(() => ScenarioFile.Load("a\0b")).Problems).Message);
}
