// An ASP.NET Core service: two replicas behind a balancer, and one of the replicas is cut off now and then. Each request is to be answered within a second.
// A balancer that waits for whom it asked does not do that; one that asks the other replica, and lets the silent one rest, does.
using Balancing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Wavetank.AspNetCore;
using Wavetank.Devices;
using Wavetank.Testing;
using Wavetank.Testing.Exploration;

TimeSpan end = TimeSpan.FromSeconds(30);
foreach (bool isPatient in (bool[])[true, false])
{
    string name = isPatient ? "A balancer that waits" : "A balancer that asks the other";
    ExplorationResult result = await Explorer.RunAsync(simulation => AnswersWithinASecond(simulation, isPatient), new() { Name = name, Seeds = 20 });
    Console.WriteLine($"{result.Failure?.Message ?? $"{name}: {result}"}\n");
}

async Task AnswersWithinASecond(Simulation simulation, bool isPatient)
{
    Network net = simulation.Network;
    string? late = null;
    Switch office = net.AddSwitch("office");
    Host client = Add("client"), balancer = Add("balancer");
    string[] replicas = ["replica-1", "replica-2"];
    foreach (string name in replicas)
    {
        Host replica = Add(name);
        Serve(replica, () => Task.FromResult($"{name} was asked"));
    }

    balancer.AddService(async () =>
    {
        var balance = new Balancer(balancer, replicas, isPatient);
        await RunWebAsync(balancer, balance.AnswerAsync);
    });
    client.Run(async () =>
    {
        using HttpClient http = client.CreateHttpClient(timeout: TimeSpan.FromSeconds(100));
        for (int request = 1; net.Now.ToTimeSpan() < end; request++)
        {
            double start = net.Now.TotalSeconds;
            string answer = await http.GetStringAsync("http://balancer/");
            double took = net.Now.TotalSeconds - start;
            Console.WriteLine($"request {request}: {answer}, after {took:0.000} s");
            if (took > 1 || !answer.EndsWith("asked", StringComparison.Ordinal))
            {
                late ??= $"Request {request} at {start:0.000} s was answered after {took:0.000} s: {answer}.";
            }

            await net.Delay(TimeSpan.FromSeconds(1));
        }

        net.Stop();
    });
    simulation.Storm(new() { Until = end, Links = ["replica-2-office"], Cuts = new(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)) });
    await simulation.RunAsync(2 * end);
    if (late is not null)
    {
        throw new TimeoutException(late);
    }

    Host Add(string name)
    {
        Host host = net.AddHost(name);
        net.Connect(host, office, new() { Delay = TimeSpan.FromMilliseconds(simulation.Between($"delay of {name}", 1, 20)) });
        return host;
    }
}

static void Serve(Host host, Func<Task<string>> answer) => host.AddService(() => RunWebAsync(host, answer));

static async Task RunWebAsync(Host host, Func<Task<string>> answer)
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseWavetank(host).UseUrls("http://*:80");
    WebApplication app = builder.Build();
    app.MapGet("/", answer);
    await app.RunAsync();
}
