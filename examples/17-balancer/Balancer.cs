using Wavetank.AspNetCore;
using Wavetank.Devices;

namespace Balancing;

/// <summary>Hands requests to replicas, one after the other.</summary>
/// <param name="host">Where it runs.</param>
/// <param name="replicas">The hosts that answer.</param>
/// <param name="isPatient">Whether it waits for a replica for as long as the client does, and asks none else.</param>
internal sealed class Balancer(Host host, string[] replicas, bool isPatient)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3), Rest = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = host.CreateHttpClient(timeout: isPatient ? TimeSpan.FromSeconds(100) : Patience);
    private readonly DateTimeOffset[] _resting = new DateTimeOffset[replicas.Length];
    private int _next;

    public async Task<string> AnswerAsync()
    {
        // The one whose turn it is, and after it the others; those that did not answer lately come last.
        int first = _next++;
        IEnumerable<int> order = Enumerable.Range(first, replicas.Length).Select(number => number % replicas.Length);
        foreach (int replica in order.OrderBy(replica => !isPatient && _resting[replica] > host.TimeProvider.GetUtcNow()).ToArray())
        {
            try
            {
                return await _http.GetStringAsync($"http://{replicas[replica]}/");
            }
            catch (Exception exception) when (!isPatient && exception is TaskCanceledException or HttpRequestException)
            {
                Console.WriteLine($"{replicas[replica]} does not answer, and rests for {Rest.TotalSeconds} s");
                _resting[replica] = host.TimeProvider.GetUtcNow() + Rest;
            }
        }

        return "nobody answers";
    }
}
