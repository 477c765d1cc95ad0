using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Engine.Programs;

public sealed class DeterminismTests
{
    [Fact]
    public void Fifty_blocking_and_fifty_async_programs_run_in_the_same_order_twenty_times()
    {
        string[] first = RunMixedPrograms();

        Assert.Equal(100 * 21, first.Length);
        for (int i = 1; i < 20; i++)
        {
            Assert.Equal(first, RunMixedPrograms());
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_digest_and_another_seed_another()
    {
        (string digest, long events) = RunNetwork(seed: 7);

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal((digest, events), RunNetwork(seed: 7)));
        Assert.Equal(10, Enumerable.Range(0, 10).Select(seed => RunNetwork((ulong)seed).Digest).Distinct().Count());
    }

    [Fact]
    public void A_byte_that_differs_changes_the_digest()
    {
        Assert.NotEqual(RunNetwork(seed: 7, firstByte: 0).Digest, RunNetwork(seed: 7, firstByte: 1).Digest);
    }

    [Fact]
    public void Simulations_on_parallel_threads_give_the_digests_that_they_give_one_after_the_other()
    {
        string[] oneAfterTheOther = [.. Enumerable.Range(0, 8).Select(seed => RunNetwork((ulong)seed).Digest)];
        string[] parallel = new string[8];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(worker => new Thread(() =>
        {
            for (int seed = worker; seed < 8; seed += 4)
            {
                parallel[seed] = RunNetwork((ulong)seed).Digest;
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.Equal(oneAfterTheOther, parallel);
    }

    [Fact]
    public void A_link_more_moves_nobody_elses_dice()
    {
        Assert.Equal(LossesOfTheFirstLink(withAnother: false), LossesOfTheFirstLink(withAnother: true));

        static List<long> LossesOfTheFirstLink(bool withAnother)
        {
            using var net = new Network(seed: 3);
            Host a = net.AddHost("a"), b = net.AddHost("b"), c = net.AddHost("c");
            if (withAnother)
            {
                net.Connect(c, b, new LinkOptions { Loss = 0.5 });
            }

            net.Connect(a, b, new LinkOptions { Loss = 0.5 }, name: "uplink");
            var destination = new TransportAddress(b.Interfaces.Single(item => item.Link.Name == "uplink").Addresses.IPv4, 9);
            using var receiver = new UdpProbe(b, 9);
            using var sender = new UdpProbe(a);
            var arrived = new List<long>();
            a.Run(async () =>
            {
                for (int i = 0; i < 200; i++)
                {
                    sender.Send(destination, 1);
                    await net.Simulator.SleepAsync(1);
                }
            });
            b.Run(async () =>
            {
                while (true)
                {
                    await receiver.ReceiveAsync();
                    arrived.Add(net.Now.Nanoseconds);
                }
            });
            net.Run();
            Assert.InRange(arrived.Count, 50, 150);
            return arrived;
        }
    }

    private static string[] RunMixedPrograms()
    {
        using var net = new Network(seed: 1);
        Host host = net.AddHost("host");
        RandomStream random = net.Simulator.CreateRandomStream("test/steps");
        var log = new List<string>();
        var turns = new Queue<Operation<int>>();
        for (int i = 0; i < 50; i++)
        {
            string blocking = $"blocking-{i}", async = $"async-{i}";
            host.RunBlocking(
                () =>
                {
                    for (int step = 0; step < 20; step++)
                    {
                        Log(blocking, step);
                        if (step % 5 == 4)
                        {
                            BeginTurn().Wait();
                        }
                        else
                        {
                            net.Simulator.Sleep((int)random.NextInt64(3));
                        }
                    }

                    Log(blocking, -1);
                },
                name: blocking);
            host.Run(
                async () =>
                {
                    for (int step = 0; step < 20; step++)
                    {
                        Log(async, step);
                        if (step % 5 == 4)
                        {
                            CompleteTurn();
                            await Task.Yield();
                        }
                        else
                        {
                            await net.Simulator.SleepAsync((int)random.NextInt64(3));
                        }
                    }

                    Log(async, -1);
                },
                name: async);
        }

        net.Simulator.Schedule(new ProbeEvent(CompleteAll), TimeSpan.FromSeconds(1));
        Assert.Equal(RunEnd.Completed, net.Run().End);
        return [.. log];

        void Log(string program, int step) => log.Add($"{net.Now} {program} {step}");

        Operation<int> BeginTurn()
        {
            Operation<int> turn = net.Simulator.BeginForever();
            turns.Enqueue(turn);
            return turn;
        }

        void CompleteTurn()
        {
            if (turns.TryDequeue(out Operation<int>? turn))
            {
                turn.TryComplete(0);
            }
        }

        void CompleteAll()
        {
            if (turns.Count > 0 || net.Simulator.Programs.Running > 0)
            {
                CompleteTurn();
                net.Simulator.Schedule(new ProbeEvent(CompleteAll), TimeSpan.FromMilliseconds(1));
            }
        }
    }

    private static (string Digest, long Events) RunNetwork(ulong seed, byte firstByte = 0)
    {
        using var net = new Network(seed);
        Host server = net.AddHost("server");
        Router core = net.AddRouter("core");
        net.Connect(server, core, new LinkOptions { Rate = DataRate.Mbps(10), Delay = TimeSpan.FromMilliseconds(3), Loss = 0.02 });
        var echo = new UdpProbe(server, 7);
        server.RunBlocking(() =>
        {
            while (true)
            {
                (byte[] payload, var from) = echo.Receive();
                echo.Send(from, payload);
            }
        });
        for (int i = 0; i < 5; i++)
        {
            Host client = net.AddHost($"client-{i}");
            net.Connect(client, core, new LinkOptions
            {
                Delay = TimeSpan.FromMilliseconds(5),
                Jitter = TimeSpan.FromMilliseconds(2),
                Loss = 0.05,
                Duplicate = 0.02,
                Reorder = 0.05,
            });
            var probe = new UdpProbe(client);
            client.Run(async () =>
            {
                for (int n = 0; n < 30; n++)
                {
                    probe.Send(echo.Local, firstByte, (byte)n);
                    await net.Simulator.SleepAsync(2);
                }
            });
        }

        RunResult result = net.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(RunEnd.Idle, result.End);
        return (result.Digest, result.EventsFired);
    }
}
