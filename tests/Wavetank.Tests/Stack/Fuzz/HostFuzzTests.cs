using Wavetank.Engine;

namespace Wavetank.Tests.Stack.Fuzz;

/// <summary>
/// Arbitrary bytes as IP packets and ARP messages into a host: nothing is thrown, nothing hangs, and what is kept is bounded. A case
/// that fails is made shorter and written into the corpus, whose files are replayed at every run.
/// </summary>
public sealed class HostFuzzTests
{
    private const int InputsOfCase = 300;

    private static readonly string Corpus = Repository.PathOf("tests", "Wavetank.Tests", "Stack", "Fuzz", "Corpus");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Corpus, "*.hex").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_once_was_found_stays_mended(string file) => Play(FuzzInput.ReadFile(Path.Combine(Corpus, file)));

    [Fact]
    public void Any_bytes_are_survived()
    {
        int cases = Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1" ? 5_000 : 60;
        int established = 0;
        for (int seed = 0; seed < cases; seed++)
        {
            var inputs = new List<FuzzInput>();
            try
            {
                using var host = new FuzzedHost();
                var grammar = new FuzzGrammar(host, new RandomStream((ulong)seed, "grammar"));
                for (int i = 0; i < InputsOfCase; i++)
                {
                    inputs.Add(grammar.Next());
                    host.Take(inputs[^1]);
                }

                host.End();
                established += host.MostEstablished;
            }
            catch (Exception exception)
            {
                string path = Record(seed, inputs, exception);
                Assert.Fail($"Seed {seed} fails; {path} replays it. {exception}");
            }
        }

        Assert.True(established > cases, "packets that look like TCP open connections, or they would show little");
    }

    private static void Play(IEnumerable<FuzzInput> inputs)
    {
        using var host = new FuzzedHost();
        foreach (FuzzInput input in inputs)
        {
            host.Take(input);
        }

        host.End();
    }

    private static string Record(int seed, List<FuzzInput> inputs, Exception exception)
    {
        string path = Path.Combine(Corpus, $"seed-{seed}.hex");
        string first = exception.Message.Split('\n')[0].Trim();
        File.WriteAllLines(path, [$"# {exception.GetType().Name}: {first}", .. Shorten(inputs).Select(input => input.ToString())]);
        return path;
    }

    /// <summary>Leaves out runs of inputs, shorter and shorter ones, as long as the rest still fails.</summary>
    private static List<FuzzInput> Shorten(List<FuzzInput> inputs)
    {
        for (int run = inputs.Count / 2; run >= 1; run /= 2)
        {
            for (int at = 0; at + run <= inputs.Count;)
            {
                List<FuzzInput> rest = [.. inputs.Take(at), .. inputs.Skip(at + run)];
                if (Fails(rest))
                {
                    inputs = rest;
                }
                else
                {
                    at += run;
                }
            }
        }

        return inputs;
    }

    private static bool Fails(List<FuzzInput> inputs)
    {
        try
        {
            Play(inputs);
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
