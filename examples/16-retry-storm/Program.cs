// A retry policy that makes an outage worse: a pause of the service of a second or two ends, and yet the service does not come back, because
// it answers nothing but requests that their clients have given up, and sent again. A storm finds it; the fix is another policy.
using RetryStorm;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Testing;
using Wavetank.Testing.Exploration;

TimeSpan stormEnds = TimeSpan.FromSeconds(20), end = TimeSpan.FromSeconds(60);

foreach (RetryPolicy policy in (RetryPolicy[])[RetryPolicy.AtOnce, RetryPolicy.BackOff])
{
    Console.WriteLine($"=== {policy.Name} ===");
    ExplorationResult result = Explorer.Run(simulation => Recovers(simulation, policy), new() { Name = "The service recovers", Seeds = 50 });
    Console.WriteLine(result.Failure?.Message ?? result.ToString());
    Console.WriteLine();
}

void Recovers(Simulation simulation, RetryPolicy policy)
{
    Network network = simulation.Network;
    List<SimulationTime> answered = [];
    Host service = network.AddHost("service");
    Switch office = network.AddSwitch("office");
    network.Connect(office, service, new() { Delay = TimeSpan.FromMilliseconds(10) });
    service.Run(() => Service.ServeAsync(network));
    for (int i = 1; i <= 30; i++)
    {
        Host client = network.AddHost($"client-{i}");
        network.Connect(client, office);
        client.Run(new Client(network, client, policy, answered).AskAsync);
    }

    // The service stands still now and then, as for a garbage collection or a slow disk; for the last 40 s nothing is wrong any more.
    simulation.Storm(new() { Until = stormEnds, Hosts = ["service"], Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2)) });
    simulation.Run(end);

    double before = Rate(0, simulation.Faults.Count == 0 ? 20 : simulation.Faults.Min(fault => fault.At).TotalSeconds);
    double after = Rate(50, 60);
    if (after < 0.8 * before)
    {
        throw new InvalidOperationException(
            $"The service answers {after:0.0} requests a second, where it answered {before:0.0} before anything went wrong. Answers in each 5 s:\n"
            + string.Join('\n', Enumerable.Range(0, 12).Select(i => $"  {i * 5,2} s  {new string('#', (int)Rate(i * 5, (i * 5) + 5))}")));
    }

    double Rate(double from, double until) => answered.Count(time => time.TotalSeconds >= from && time.TotalSeconds < until) / (until - from);
}
