using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Graphs;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>The row of graphs that are read from files.</summary>
internal static class ImportedGraph
{
    private static readonly string[] Endings = [".graphml", ".xml", ".dot", ".gv"];

    internal static readonly Option<string> From = Option<string>.Required(
        "from", ValueFormats.GraphFile, "The file: GraphML (.graphml, .xml) or DOT (.dot, .gv), relative to the scenario.");

    private static readonly Option<long> Hosts = SharedTopologyOptions.Hosts(0, "How many hosts each router gets, beside those that the file has: ROUTER-host-1, ….");

    internal static readonly TopologyKind Import = new("import", "The nodes and edges of a file in GraphML or DOT; kind may be absent.", Read, From, Hosts);

    private static TopologyPlan Read(TopologyArguments arguments)
    {
        string name = arguments.Values.Get(From);
        string file = Path.Combine(arguments.Folder, name);
        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (!Endings.Contains(ending))
            throw new ArgumentException($"{Quoted.Text(name)} is in no format that is known by its ending; known are {string.Join(", ", Endings)}");

        try
        {
            string text = ScenarioText.Load(file);
            return (ending is ".dot" or ".gv" ? GraphText.FromDot(text) : GraphText.FromGraphML(text)).WithHosts(arguments.Values.Int(Hosts));
        }
        catch (ScenarioException exception)
        {
            throw new ImportException(file, [new GraphProblem(0, 0, exception.Problems[0].Message)]);
        }
        catch (GraphTextException exception)
        {
            throw new ImportException(file, exception.Problems);
        }
    }
}
