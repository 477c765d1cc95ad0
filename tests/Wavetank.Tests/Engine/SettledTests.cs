using Wavetank.Devices;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine;

public sealed class SettledTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public SettledTests() => _host = _net.AddHost("host");

    public void Dispose() => _net.Dispose();

    [Fact]
    public void State_is_seen_once_all_programs_of_an_instant_wait_again()
    {
        int value = 0;
        List<(double Time, int Value)> seen = [];
        for (int i = 0; i < 2; i++)
        {
            _host.Run(async () =>
            {
                for (int second = 1; second <= 2; second++)
                {
                    value++;
                    await Task.Yield();
                    value += 10;
                    await _net.Delay(TimeSpan.FromSeconds(1));
                }
            });
        }

        _net.Simulator.Settled = () => seen.Add((_net.Now.TotalSeconds, value));
        _net.Run();

        Assert.Contains((0, 22), seen);
        Assert.Equal((2, 44), seen[^1]);
        Assert.DoesNotContain(seen, look => look.Value % 10 * 10 != look.Value / 10 * 10);
    }

    [Fact]
    public void What_it_throws_ends_the_run_at_that_instant()
    {
        int value = 0;
        _host.Run(async () =>
        {
            await _net.Delay(TimeSpan.FromSeconds(3));
            value = 1;
            await _net.Delay(TimeSpan.FromSeconds(3));
            value = 2;
        });
        _net.Simulator.Settled = () => Assert.NotEqual(1, value);

        var failure = Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.Equal((3, 1), (_net.Now.TotalSeconds, value));
        Assert.IsType<Xunit.Sdk.NotEqualException>(failure.InnerException, exactMatch: false);
    }
}
