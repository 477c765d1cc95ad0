using System.Globalization;
using Wavetank.Devices;
using Wavetank.Examples;

// Two homes behind translators of all sorts, and whether their programs reach each other without any port being forwarded.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
(string Name, NatOptions Options)[] sorts =
[
    ("full cone", new() { Mapping = NatBehavior.EndpointIndependent, Filtering = NatBehavior.EndpointIndependent }),
    ("restricted cone", new() { Mapping = NatBehavior.EndpointIndependent, Filtering = NatBehavior.AddressDependent }),
    ("port-restricted cone", new() { Mapping = NatBehavior.EndpointIndependent, Filtering = NatBehavior.AddressAndPortDependent }),
    ("symmetric", new() { Mapping = NatBehavior.AddressAndPortDependent, Filtering = NatBehavior.AddressAndPortDependent }),
];

Console.WriteLine("Two port-restricted cones:");
Meeting.Run(sorts[2].Options, sorts[2].Options, Console.WriteLine);
Console.WriteLine();
Console.WriteLine("A port-restricted cone (alice) and a symmetric translator (bob):");
Meeting.Run(sorts[2].Options, sorts[3].Options, Console.WriteLine);

Console.WriteLine();
Console.WriteLine($"{"All pairs",-22}{string.Concat(sorts.Select(sort => $"{sort.Name,-22}")).TrimEnd()}");
foreach ((string name, NatOptions options) in sorts)
{
    Console.WriteLine($"{name,-22}{string.Concat(sorts.Select(other => $"{(Meeting.Run(options, other.Options) ? "yes" : "no"),-22}")).TrimEnd()}");
}
