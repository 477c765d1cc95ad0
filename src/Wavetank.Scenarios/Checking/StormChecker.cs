using Wavetank.Devices.Faults.Storms;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>storm</c>.</summary>
internal sealed class StormChecker(ActionTargetReader targets, ScenarioEnd end, Problems problems)
{
    internal StormOptions? Check(MappingElement root)
    {
        string path = ScenarioKeys.Storm.Name;
        if (OptionReader.Section(root, ScenarioKeys.Storm) is not { } element)
            return null;
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {ScenarioKeys.Storm.Example}, not {element.Description}");
            return null;
        }

        int before = problems.Count;
        OptionValues values = OptionReader.Read(mapping, path, StormKeys.All, problems);
        end.Check(mapping, path, StormKeys.From, values);
        if (values.GivenOrNull(StormKeys.Until) is { } until && until <= values.Get(StormKeys.From))
            problems.Add(mapping.Find(StormKeys.Until.Name)!.Value.Place, ElementPath.Key(path, StormKeys.Until.Name), $"{Quoted.Text(until.ToString())} is not after its begin, {values.Get(StormKeys.From)}; write a later time");
        if (StormKeys.Faults.All(key => mapping.Find(key.Name) is null))
            problems.Add(mapping.Place, path, $"does nothing; write at least one of {string.Join(", ", StormKeys.Faults.Select(key => key.Name))}");

        StormRate? rate(Section key) => Rate(mapping, path, key);
        StormRate? crashes = rate(StormKeys.Crashes), stops = rate(StormKeys.Stops), pauses = rate(StormKeys.Pauses);
        StormRate? cuts = rate(StormKeys.Cuts), losses = rate(StormKeys.Losses), partitions = rate(StormKeys.Partitions);
        StormRate? held = rate(StormKeys.HeldPartitions), flaps = rate(StormKeys.Flaps), clocks = rate(StormKeys.Clocks);
        StormRate? ports = rate(StormKeys.PortExhaustions), queues = rate(StormKeys.FullListenQueues);
        StormRate? names = rate(StormKeys.NameFailures), servers = rate(StormKeys.NameServerFailures);
        CheckPorts(mapping, path, values);
        IReadOnlyList<string>? hosts = targets.FindAll(ActionTarget.Host, mapping, path, StormKeys.Hosts.Name);
        IReadOnlyList<string>? links = targets.FindAll(ActionTarget.Link, mapping, path, StormKeys.Links.Name);
        return problems.Count > before ? null : new StormOptions
        {
            From = values.Get(StormKeys.From).ToTimeSpan(),
            Until = values.Get(StormKeys.Until).ToTimeSpan(),
            Crashes = crashes,
            Stops = stops,
            Pauses = pauses,
            Cuts = cuts,
            Losses = losses,
            Partitions = partitions,
            HeldPartitions = held,
            Flaps = flaps,
            Clocks = clocks,
            PortExhaustions = ports,
            FullListenQueues = queues,
            NameFailures = names,
            NameServerFailures = servers,
            Ports = [.. values.Get(StormKeys.Ports).Select(port => (int)port)],
            Hosts = hosts,
            Links = links,
            KeepsMajority = values.GivenOrNull(StormKeys.KeepMajority) ?? false,
            HealsByEnd = values.GivenOrNull(StormKeys.Heal) ?? true,
        };
    }

    private void CheckPorts(MappingElement mapping, string path, OptionValues values)
    {
        IReadOnlyList<long> ports = values.Get(StormKeys.Ports);
        if (mapping.Find(StormKeys.FullListenQueues.Name) is { } queues && ports.Count == 0)
            problems.Add(queues.KeyPlace, ElementPath.Key(path, StormKeys.FullListenQueues.Name), $"needs to know which; write, for example, {StormKeys.Ports.Name}: [5000]");
        if (ports.Any(port => port is < 1 or > ushort.MaxValue))
            problems.Add(mapping.Find(StormKeys.Ports.Name)!.Value.Place, ElementPath.Key(path, StormKeys.Ports.Name), "has a port out of range; 1 to 65535 is right");
    }

    private StormRate? Rate(MappingElement storm, string stormPath, Section key)
    {
        if (OptionReader.Section(storm, key) is not { } element)
            return null;

        string path = ElementPath.Key(stormPath, key.Name);
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {key.Example}, not {element.Description}");
            return null;
        }

        int before = problems.Count;
        OptionValues values = OptionReader.Read(mapping, path, StormKeys.OfRate, problems);
        if (problems.Count > before)
            return null;

        Duration shortest = values.Get(StormKeys.Shortest), longest = values.Get(StormKeys.Longest);
        if (longest < shortest)
        {
            problems.Add(mapping.Find(StormKeys.Longest.Name)!.Value.Place, ElementPath.Key(path, StormKeys.Longest.Name), $"{Quoted.Text(longest.ToString())} is less than the shortest, {shortest}; write {shortest} or more");
            return null;
        }

        return new StormRate(values.Get(StormKeys.Every).ToTimeSpan(), shortest.ToTimeSpan(), longest.ToTimeSpan());
    }
}
