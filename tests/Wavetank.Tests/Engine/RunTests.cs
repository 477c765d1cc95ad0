using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

/// <summary>How a run ends, goes on, and is ended from outside.</summary>
public sealed class RunTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public RunTests() => _host = _net.AddHost("host");

    public void Dispose() => _net.Dispose();

    [Fact]
    public void A_run_without_anything_to_do_is_completed_at_once()
    {
        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(SimulationTime.Zero, result.Time);
        Assert.Equal(0, result.EventsFired);
    }

    [Fact]
    public void A_run_is_idle_where_programs_wait_for_what_never_comes()
    {
        _host.Run(async () => await _net.Simulator.BeginForever().AsValueTask(), name: "async");
        _host.RunBlocking(() => _net.Simulator.BeginForever().Wait(), name: "blocking");
        _host.Run(async () => await _net.Simulator.SleepAsync(10), name: "short");

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Idle, result.End);
        Assert.Equal(10_000_000, result.Time.Nanoseconds);
        Assert.Equal(["async", "blocking"], result.Waiting.Select(row => row.Program));
        Assert.Contains("blocking", result.ToString());
    }

    [Fact]
    public void A_run_with_a_limit_ends_there_and_goes_on_from_there()
    {
        var log = new List<long>();
        _host.Run(async () =>
        {
            for (int i = 0; i < 4; i++)
            {
                await _net.Simulator.SleepAsync(100);
                log.Add(_net.Now.Nanoseconds / 1_000_000);
            }
        });

        RunResult first = _net.Run(TimeSpan.FromMilliseconds(200));
        Assert.Equal(RunEnd.TimeLimit, first.End);
        Assert.Equal(200_000_000, first.Time.Nanoseconds);
        Assert.Equal([100, 200], log);

        RunResult second = _net.Run(TimeSpan.FromMilliseconds(150));
        Assert.Equal(RunEnd.TimeLimit, second.End);
        Assert.Equal(350_000_000, second.Time.Nanoseconds);
        Assert.Equal(300_000_000, second.LastEvent.Nanoseconds);
        Assert.Equal([100, 200, 300], log);

        RunResult last = _net.Run();
        Assert.Equal(RunEnd.Completed, last.End);
        Assert.Equal(400_000_000, last.Time.Nanoseconds);
    }

    [Fact]
    public void A_run_that_is_completed_before_its_limit_leaves_the_clock_at_the_limit()
    {
        _host.Run(async () => await _net.Simulator.SleepAsync(10));

        RunResult result = _net.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(1_000_000_000, result.Time.Nanoseconds);
        Assert.Equal(10_000_000, result.LastEvent.Nanoseconds);
    }

    [Fact]
    public void A_run_that_is_idle_before_its_limit_says_so()
    {
        _host.Run(async () => await _net.Simulator.BeginForever().AsValueTask());

        RunResult result = _net.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(RunEnd.Idle, result.End);
        Assert.Equal(1_000_000_000, result.Time.Nanoseconds);
    }

    [Fact]
    public void A_run_for_no_time_runs_what_is_due_now()
    {
        bool ran = false;
        _host.Run(() =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.Equal(RunEnd.Completed, _net.Run(TimeSpan.Zero).End);
        Assert.True(ran);
    }

    [Fact]
    public void A_run_for_a_negative_time_is_refused_and_time_does_not_go_back()
    {
        _net.Run(TimeSpan.FromSeconds(5));

        Assert.Throws<ArgumentOutOfRangeException>(() => _net.Run(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.Simulator.Run(new SimulationTime(4_999_999_999)));
        Assert.Equal(5_000_000_000, _net.Now.Nanoseconds);
        Assert.Equal(RunEnd.Completed, _net.Run().End);
    }

    [Fact]
    public void Background_events_do_not_keep_a_run_going()
    {
        ProbeEvent beat = null!;
        beat = new ProbeEvent(() => _net.Simulator.Schedule(beat, TimeSpan.FromSeconds(1)), isBackground: true);
        _net.Simulator.Schedule(beat, TimeSpan.FromSeconds(1));
        _host.Run(async () => await _net.Simulator.SleepAsync(3500));

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(3, beat.Fired);
        Assert.Equal(3_500_000_000, result.Time.Nanoseconds);
    }

    [Fact]
    public void Background_events_fire_up_to_the_limit_of_a_run()
    {
        ProbeEvent beat = null!;
        beat = new ProbeEvent(() => _net.Simulator.Schedule(beat, TimeSpan.FromSeconds(1)), isBackground: true);
        _net.Simulator.Schedule(beat, TimeSpan.FromSeconds(1));

        RunResult result = _net.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(10, beat.Fired);
        Assert.Equal(SimulationTime.Zero, result.LastEvent);
    }

    [Fact]
    public void What_is_posted_runs_at_the_same_instant_before_the_next_event()
    {
        var log = new List<string>();
        Simulator simulator = _net.Simulator;
        simulator.Schedule(
            new ProbeEvent(() =>
            {
                simulator.Schedule(new ProbeEvent(() => log.Add("event")), TimeSpan.Zero);
                simulator.Post(new ProbeEvent(() =>
                {
                    log.Add("posted 1");
                    simulator.Post(new ProbeEvent(() => log.Add("posted 3")));
                }));
                simulator.Post(new ProbeEvent(() => log.Add("posted 2")));
                log.Add("first");
            }),
            TimeSpan.FromSeconds(1));

        _net.Run();

        Assert.Equal(["first", "posted 1", "posted 2", "posted 3", "event"], log);
        Assert.Equal(1_000_000_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void An_event_in_the_past_is_refused_with_both_times()
    {
        _net.Run(TimeSpan.FromSeconds(2));

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => _net.At(TimeSpan.FromSeconds(1), () => { }));

        Assert.Contains("1.000000000 s", exception.Message);
        Assert.Contains("2.000000000 s", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => _net.Simulator.Schedule(new ProbeEvent(), TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void A_run_inside_a_run_is_refused()
    {
        Exception? fromAsync = null, fromBlocking = null, fromAction = null;
        _host.Run(() =>
        {
            fromAsync = Record.Exception(() => _net.Run());
            return Task.CompletedTask;
        });
        _host.RunBlocking(() => fromBlocking = Record.Exception(() => _net.Run(TimeSpan.FromSeconds(1))));
        _net.At(TimeSpan.Zero, () => fromAction = Record.Exception(() => _net.Run()));

        Assert.Equal(RunEnd.Completed, _net.Run().End);

        Assert.All([fromAsync, fromBlocking, fromAction], exception =>
            Assert.Contains("host.Run", Assert.IsType<InvalidOperationException>(exception).Message));
    }

    [Fact]
    public void Stop_from_another_thread_ends_a_run_that_would_go_on_for_ever()
    {
        using var isUnderWay = new ManualResetEventSlim();
        long steps = 0;
        _host.Run(async () =>
        {
            while (true)
            {
                await _net.Simulator.SleepAsync(1);
                if (++steps == 100)
                {
                    isUnderWay.Set();
                }
            }
        });
        var stopper = new Thread(() =>
        {
            isUnderWay.Wait();
            _net.Stop();
        });
        stopper.Start();

        RunResult result = _net.Run();
        stopper.Join();

        Assert.Equal(RunEnd.Stopped, result.End);
        Assert.InRange(steps, 100, long.MaxValue);

        // The last event may have fired, and its program not have gone on yet.
        Assert.InRange(result.Time.Nanoseconds / 1_000_000, steps, steps + 1);
        Assert.Equal(RunEnd.TimeLimit, _net.Run(TimeSpan.FromMilliseconds(10)).End);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Stop_from_a_program_ends_the_run_after_the_current_event(bool blocking)
    {
        bool wentOn = false;
        if (blocking)
        {
            _host.RunBlocking(() =>
            {
                _net.Simulator.Sleep(5);
                _net.Stop();
                _net.Simulator.Sleep(5);
                wentOn = true;
            });
        }
        else
        {
            _host.Run(async () =>
            {
                await _net.Simulator.SleepAsync(5);
                _net.Stop();
                await _net.Simulator.SleepAsync(5);
                wentOn = true;
            });
        }

        RunResult stopped = _net.Run();
        Assert.Equal(RunEnd.Stopped, stopped.End);
        Assert.Equal(5_000_000, stopped.Time.Nanoseconds);
        Assert.False(wentOn);

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.True(wentOn);
    }

    [Fact]
    public void A_run_may_go_on_from_another_thread()
    {
        var log = new List<long>();
        _host.RunBlocking(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                _net.Simulator.Sleep(10);
                log.Add(_net.Now.Nanoseconds / 1_000_000);
            }
        });

        for (int i = 0; i < 4; i++)
        {
            var thread = new Thread(() => _net.Run(TimeSpan.FromMilliseconds(10)));
            thread.Start();
            thread.Join();
        }

        Assert.Equal([10, 20, 30], log);
    }
}
