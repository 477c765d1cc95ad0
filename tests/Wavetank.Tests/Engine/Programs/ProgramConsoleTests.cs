using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>What programs write to the console. Not beside other tests, as there is one console in a process.</summary>
[Collection(nameof(ProgramConsoleTests))]
[CollectionDefinition(nameof(ProgramConsoleTests), DisableParallelization = true)]
public sealed class ProgramConsoleTests : IDisposable
{
    private readonly TextWriter _realOut = Console.Out;
    private readonly TextWriter _realError = Console.Error;
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly Network _net = new();
    private readonly Host _host;

    public ProgramConsoleTests()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _host = _net.AddHost("server");
    }

    public void Dispose()
    {
        _net.Dispose();
        Console.SetOut(_realOut);
        Console.SetError(_realError);
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Lines_are_kept_by_host_with_simulated_time()
    {
        Host client = _net.AddHost("client");
        SimulatedProgram web = _host.Run(
            async () =>
            {
                Console.WriteLine("listening");
                await _net.Delay(TimeSpan.FromMilliseconds(1250));
                Console.Error.WriteLine("no client");
                Console.WriteLine("{0} and {1}", 1, 2.5);
            },
            "web");
        client.RunBlocking(() =>
        {
            _net.Sleep(TimeSpan.FromMilliseconds(20));
            Console.Write("connec");
            _net.Sleep(TimeSpan.FromMilliseconds(20));
            Console.Write("ted\r\nsent\nand no end");
            Console.Write('!');
        });

        RunResult result = _net.Run();

        Assert.Equal(
            [
                "[  0.000 s] server: listening",
                "[  0.040 s] client: connected",
                "[  0.040 s] client: sent",
                "[  0.040 s] client: and no end!",
                "[  1.250 s] server: no client",
                "[  1.250 s] server: 1 and 2.5",
            ],
            result.Output.Select(line => line.ToString()));
        Assert.Equal(["listening", "no client", "1 and 2.5"], _host.Output.Select(line => line.Text));
        Assert.Equal(["connected", "sent", "and no end!"], client.Output.Select(line => line.Text));
        Assert.Equal(new OutputLine(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(1.25)), "server", "web", true, "no client"), web.Output[1]);
        Assert.Equal($"listening{Environment.NewLine}connected\r\nsent\nand no end!1 and 2.5{Environment.NewLine}", _out.ToString());
        Assert.Equal($"no client{Environment.NewLine}", _error.ToString());
    }

    [Theory]
    [InlineData(ConsoleEcho.WithTimeAndHost, "[  0.001 s] server: one\n[  0.001 s] server: two\n")]
    [InlineData(ConsoleEcho.Nothing, "")]
    public void The_echo_shows_time_and_host_or_nothing(ConsoleEcho echo, string shown)
    {
        _net.Simulator.Console.Echo = echo;
        _host.RunBlocking(() =>
        {
            _net.Sleep(TimeSpan.FromMilliseconds(1));
            Console.Write("one\ntwo");
        });

        _net.Run();

        Assert.Equal(shown, _out.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(["one", "two"], _host.Output.Select(line => line.Text));
    }

    [Fact]
    public void What_is_no_programs_output_passes_through()
    {
        _net.At(TimeSpan.FromSeconds(1), () => Console.Write("an action"));
        _net.Run();
        Console.Write(", and after the run");

        Assert.Empty(_net.Simulator.Console.Lines);
        Assert.Equal("an action, and after the run", _out.ToString());
    }

    [Fact]
    public void Output_from_the_thread_pool_is_the_programs_own()
    {
        _host.Run(async () => await Task.Run(() => Console.WriteLine("outside")));
        _net.Run();
        Assert.Equal("outside", Assert.Single(_host.Output).Text);
    }

    [Fact]
    public void Of_many_lines_the_last_are_kept()
    {
        var told = new List<string>();
        _net.Simulator.Console.MostLines = 3;
        _net.Simulator.Console.LineWritten = line => told.Add(line.Text);
        _host.RunBlocking(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                Console.WriteLine(i);
            }
        });
        _net.Run();

        Assert.Equal(["7", "8", "9"], _host.Output.Select(line => line.Text));
        Assert.Equal(7, _net.Simulator.Console.Forgotten);
        Assert.Equal(10, told.Count);
    }

    [Fact]
    public void A_host_that_crashed_says_nothing_more()
    {
        _host.RunBlocking(() =>
        {
            try
            {
                Console.Write("to be cut");
                _net.Sleep(TimeSpan.FromHours(1));
            }
            finally
            {
                Console.WriteLine("unwinding");
            }
        });
        _net.At(TimeSpan.FromSeconds(1), _host.Crash);
        _net.Run();
        Assert.Equal("[  1.000 s] server: to be cut", Assert.Single(_host.Output).ToString());
    }

    [Fact]
    public void A_writer_that_a_program_sets_is_left_in_its_place()
    {
        using var other = new StringWriter();
        _host.RunBlocking(() =>
        {
            Console.SetOut(other);
            Console.Write("elsewhere");
        });
        _net.Run();
        Console.Write(" too");
        Assert.Equal("elsewhere too", other.ToString());
    }

    [Fact]
    public void Console_output_from_programs_disturbs_nothing()
    {
        _net.Simulator.Loop.PatienceMilliseconds = 60_000;
        TextWriter console = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(text));
        try
        {
            for (int i = 0; i < 4; i++)
            {
                _host.RunBlocking(() => Write("blocking"));
                _host.Run(() =>
                {
                    Write("async");
                    return Task.CompletedTask;
                });
            }

            var other = new Thread(() => Write("outside"));
            other.Start();
            Assert.Equal(RunEnd.Completed, _net.Run().End);
            other.Join();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(9 * 500, text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        static void Write(string line)
        {
            for (int i = 0; i < 500; i++)
            {
                Console.WriteLine(line);
            }
        }
    }
}
