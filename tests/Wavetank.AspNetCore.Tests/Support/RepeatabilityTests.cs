namespace Wavetank.AspNetCore.Tests.Support;

/// <summary>Every workload is the same run each time, whatever the machine does beside it, with one processor and with two.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class RepeatabilityTests
{
    private const int Runs = 20;

    public static TheoryData<string> Names => [.. Workload.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Twenty_runs_have_one_digest(string name)
    {
        List<string> digests = [];
        for (int i = 0; i < Runs; i++)
        {
            digests.Add(await Workload.RunAsync(name));
        }

        Assert.Single(digests.Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_process_with_one_processor_and_one_with_two_have_the_same_digest(string name)
    {
        string[] one = await Workload.RunElsewhereAsync(name, Runs, processors: 1);
        string[] two = await Workload.RunElsewhereAsync(name, Runs, processors: 2);

        Assert.Equal(Runs, one.Length);
        Assert.Equal(Runs, two.Length);
        Assert.Single(one.Concat(two).Distinct());
    }
}
