using System.Collections.Concurrent;
using System.Diagnostics;
using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>Blocking programs that wait for each other, or for threads and tasks of their own, by what the platform has for that.</summary>
/// <remarks>Beside no other tests, as those keep the thread pool busy, which all of the process share.</remarks>
[Collection(nameof(EscapeTests))]
public sealed class SharedWaitTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public SharedWaitTests()
    {
        _host = _net.AddHost("server");
        _net.Simulator.Loop.PatienceMilliseconds = 20;
    }

    private Simulator Simulator => _net.Simulator;

    public void Dispose() => _net.Dispose();

    [Fact]
    public void Two_programs_that_share_a_monitor_pulse_each_other()
    {
        object gate = new();
        var log = new List<string>();
        bool isFull = false;
        _host.RunBlocking(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                lock (gate)
                {
                    while (!isFull)
                    {
                        Monitor.Wait(gate);
                    }

                    isFull = false;
                    Monitor.Pulse(gate);
                }

                log.Add($"took {i} at {_net.Now.ToTimeSpan().TotalMilliseconds}");
            }
        });
        _host.RunBlocking(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                Simulator.Sleep(10);
                lock (gate)
                {
                    isFull = true;
                    Monitor.Pulse(gate);
                    while (isFull)
                    {
                        Monitor.Wait(gate);
                    }
                }
            }
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["took 0 at 10", "took 1 at 20", "took 2 at 30"], log);
    }

    [Fact]
    public void A_blocking_collection_hands_from_one_program_to_another()
    {
        using var queue = new BlockingCollection<int>(boundedCapacity: 1);
        var log = new List<string>();
        _host.RunBlocking(() =>
        {
            for (int i = 0; i < 4; i++)
            {
                queue.Add(i);
                Simulator.Sleep(10);
            }

            queue.CompleteAdding();
        });
        _host.RunBlocking(() =>
        {
            foreach (int item in queue.GetConsumingEnumerable())
            {
                log.Add($"{item} at {_net.Now.ToTimeSpan().TotalMilliseconds}");
                Simulator.Sleep(25);
            }
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["0 at 0", "1 at 25", "2 at 50", "3 at 75"], log);
    }

    [Fact]
    public void A_lock_between_programs_costs_patience_once_a_place()
    {
        Simulator.Loop.PatienceMilliseconds = 300;
        object gate = new();
        int rounds = 0;
        for (int i = 0; i < 2; i++)
        {
            _host.RunBlocking(() =>
            {
                for (int round = 0; round < 40; round++)
                {
                    lock (gate)
                    {
                        Simulator.Sleep(5);
                        rounds++;
                    }

                    Simulator.Sleep(1);
                }
            });
        }

        var clock = Stopwatch.StartNew();
        Assert.Equal(RunEnd.Completed, _net.Run().End);

        // Each of 80 rounds would have cost 300 ms.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 12);
        Assert.Equal(80, rounds);
    }

    [Fact]
    public void A_timed_attempt_at_a_lock_that_a_waiting_program_holds_times_out_in_simulated_time()
    {
        object gate = new();
        var log = new List<string>();
        _host.RunBlocking(() =>
        {
            lock (gate)
            {
                Simulator.Sleep(1000);
            }
        });
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(100);
            log.Add($"{Monitor.TryEnter(gate, 500)} at {_net.Now.ToTimeSpan().TotalMilliseconds}");
            log.Add($"{Monitor.TryEnter(gate, 500)} at {_net.Now.ToTimeSpan().TotalMilliseconds}");
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["False at 600", "True at 1000"], log);
    }

    [Fact]
    public void Work_on_the_thread_pool_that_is_waited_for_comes_back_at_the_instant_at_which_it_left()
    {
        Simulator.Loop.PatienceMilliseconds = 60_000;
        long ended = 0;
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(7);
            Task.Run(() => Thread.SpinWait(100_000)).Wait();
            ended = _net.Now.Nanoseconds;
        });
        _host.RunBlocking(() => Simulator.Sleep(50));

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(7_000_000, ended);
    }

    [Fact]
    public void A_thread_that_a_program_starts_and_joins_computes_while_time_stands_still()
    {
        Simulator.Loop.PatienceMilliseconds = 60_000;
        long ended = 0;
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(7);
            var thread = new Thread(() => Thread.SpinWait(100_000));
            thread.Start();
            thread.Join();
            ended = _net.Now.Nanoseconds;
        });
        _host.RunBlocking(() => Simulator.Sleep(50));

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(7_000_000, ended);
    }
}
