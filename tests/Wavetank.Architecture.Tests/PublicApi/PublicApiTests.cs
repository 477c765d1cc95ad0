using System.Reflection;
using PublicApiGenerator;
using Wavetank.Architecture.Tests.Support;

namespace Wavetank.Architecture.Tests.PublicApi;

/// <summary>Holds the public surface of each assembly, so that a change of it shows in the diff.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Theory]
    [InlineData("Wavetank")]
    [InlineData("Wavetank.AspNetCore")]
    [InlineData("Wavetank.Scenarios")]
    [InlineData("Wavetank.Studies")]
    [InlineData("Wavetank.Packetdrill")]
    [InlineData("Wavetank.Testing")]
    [InlineData("Wavetank.Testing.Xunit")]
    [InlineData("Wavetank.Cli")]
    public void Public_surface_is_the_accepted_one(string assembly)
    {
        string accepted = Repository.PathOf("tests", "Wavetank.Architecture.Tests", "PublicApi", $"{assembly}.txt");
        string received = Path.ChangeExtension(accepted, ".received.txt");
        string surface = Normalize(Assembly.Load(assembly).GeneratePublicApi(Options));
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
        {
            File.WriteAllText(accepted, surface);
        }

        string old = File.Exists(accepted) ? Normalize(File.ReadAllText(accepted)) : "";
        if (old == surface)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, surface);
        string diff = UnifiedDiff.Create($"{assembly}.txt", $"{assembly}.received.txt", old.Split('\n'), surface.Split('\n'));
        Assert.Fail($"The public surface of {assembly} changed:\n{diff}\nIf that is meant, accept it with `./check --accept` and commit the file.");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } lines ? $"{lines}\n" : "";
}
