using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Stack.Udp;

namespace Wavetank.Devices;

/// <summary>What the programs that have not ended wait for: one row for each waiting socket, and one for a program that waits on none.</summary>
internal static class WaitingTable
{
    private static readonly string[] Headings = ["Host", "Program", "Proto", "Local", "Remote", "State", "Waits for"];

    public static IReadOnlyList<WaitingProgram> Create(Network network, SimulatedProgram? except = null)
    {
        List<WaitingProgram> rows = [.. network.Devices.OfType<IpDevice>().SelectMany(DescribeSockets)];
        HashSet<(string Host, string Program)> atSockets = [.. rows.Select(row => (row.Host, row.Program))];
        foreach (SimulatedProgram program in network.Simulator.Programs.All)
        {
            if (program != except && program.State == ProgramState.Running && !atSockets.Contains((program.Host, program.Name)))
            {
                rows.Add(new WaitingProgram(
                    program.Host, program.Name, "", "", "", "", program.IsTimed ? "simulated time" : WaitsForTask(program)));
            }
        }

        return rows;
    }

    /// <summary>The table, or nothing where nobody waits.</summary>
    public static string Describe(Network network, SimulatedProgram? except) =>
        Create(network, except) is { Count: > 0 } rows ? Format(rows) : "";

    public static string Format(IReadOnlyList<WaitingProgram> rows)
    {
        string[][] cells =
        [
            Headings,
            .. rows.Select(row => (string[])[row.Host, row.Program, row.Protocol, row.Local, row.Remote, row.State, row.WaitsFor]),
        ];
        int[] widths = [.. Enumerable.Range(0, Headings.Length).Select(column => cells.Max(row => row[column].Length))];
        return string.Join(
            '\n', cells.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string WaitsForTask(SimulatedProgram program) => program.Escapes == 0
        ? "a task that nothing in the simulation completes"
        : "a task that nothing in the simulation completes; it left the simulation's thread (Task.Run, or ConfigureAwait(false) on a channel, a semaphore or its own task): await simulated calls directly there";

    private static IEnumerable<WaitingProgram> DescribeSockets(IpDevice device)
    {
        NetworkStack stack = device.Stack;
        foreach (TcpListenQueue listener in stack.TcpIfUsed?.Listeners ?? [])
        {
            if (TryDescribe(device, listener.User, "tcp", listener.Local, null, "LISTEN") is { } row)
            {
                yield return row;
            }
        }

        foreach (TcpConnection connection in stack.TcpIfUsed?.Connections ?? [])
        {
            if (TryDescribe(device, connection.User, "tcp", connection.Local, connection.Remote, connection.State.ToRfcName()) is { } row)
            {
                yield return row;
            }
        }

        foreach (UdpEndpoint endpoint in stack.UdpIfUsed?.Endpoints ?? [])
        {
            if (TryDescribe(device, endpoint.User, "udp", endpoint.Local, endpoint.Remote, "") is { } row)
            {
                yield return row;
            }
        }
    }

    private static WaitingProgram? TryDescribe(
        Device device, object? user, string protocol, TransportAddress local, TransportAddress? remote, string state) =>
        user is IEndpointOwner { WaitingFor: { } call } owner
            ? new WaitingProgram(device.Name, owner.Program, protocol, local.ToString(), remote?.ToString() ?? "*", state, call)
            : null;
}
