using System.Text;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices;

/// <summary>
/// Two hosts behind translators that a third one tells of each other (RFC 5128 §3.3): each sends to where the third saw the other, and
/// answers to where it is spoken to from. For all 81 pairs of behaviours, against what follows from the definitions.
/// </summary>
public sealed class HolePunchingTests
{
    private const byte Hello = 1;
    private const byte Answer = 2;

    private const string TableHead = """
        Whether two hosts behind translators reach each other by UDP hole punching (RFC 5128 section 3.3), for each pair of
        mapping/filtering (RFC 4787 sections 4.1 and 5): EI endpoint-independent, AD address-dependent, PD address and port-dependent.
        A cone is EI/EI, a restricted cone EI/AD, a port-restricted cone EI/PD, a symmetric translator PD/PD.


        """;

    public static TheoryData<NatBehavior, NatBehavior> Behaviors()
    {
        var data = new TheoryData<NatBehavior, NatBehavior>();
        foreach (NatBehavior mapping in Enum.GetValues<NatBehavior>())
        {
            foreach (NatBehavior filtering in Enum.GetValues<NatBehavior>())
            {
                data.Add(mapping, filtering);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Behaviors))]
    public void It_succeeds_exactly_where_the_behaviours_allow_it(NatBehavior mapping, NatBehavior filtering)
    {
        foreach (NatBehavior otherMapping in Enum.GetValues<NatBehavior>())
        {
            foreach (NatBehavior otherFiltering in Enum.GetValues<NatBehavior>())
            {
                bool expected = IsHeard(mapping, otherMapping, otherFiltering) && IsAnswerHeard(mapping, filtering, otherMapping)
                    || (IsHeard(otherMapping, mapping, filtering) && IsAnswerHeard(otherMapping, otherFiltering, mapping));
                Assert.True(
                    expected == Punch((mapping, filtering), (otherMapping, otherFiltering)),
                    $"{mapping}/{filtering} with {otherMapping}/{otherFiltering}: expected {expected}");
            }
        }
    }

    /// <summary>The same as a table that a person can read, which is kept and compared. WAVETANK_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void The_table_of_all_pairs_is_the_one_that_was_reviewed()
    {
        (NatBehavior Mapping, NatBehavior Filtering)[] all = [.. from mapping in Enum.GetValues<NatBehavior>() from filtering in Enum.GetValues<NatBehavior>() select (mapping, filtering)];
        var text = new StringBuilder(TableHead).Append(' ', 9).AppendJoin(' ', all.Select(Short)).Append('\n');
        foreach ((NatBehavior Mapping, NatBehavior Filtering) one in all)
        {
            text.Append($"{Short(one)}    ").AppendJoin(' ', all.Select(other => Punch(one, other) ? "yes  " : "-    "));
            text.Length -= text.ToString().Length - text.ToString().TrimEnd().Length;
            text.Append('\n');
        }

        AcceptedFile.Matches(text.ToString(), "tests", "Wavetank.Tests", "Devices", "Snapshots", "hole-punching.txt");
    }

    private static string Short((NatBehavior Mapping, NatBehavior Filtering) behavior) => $"{Short(behavior.Mapping)}/{Short(behavior.Filtering)}";

    private static string Short(NatBehavior behavior) => behavior switch
    {
        NatBehavior.EndpointIndependent => "EI",
        NatBehavior.AddressDependent => "AD",
        _ => "PD",
    };

    /// <summary>Whether what one sends to where the other was seen comes through.</summary>
    private static bool IsHeard(NatBehavior mapping, NatBehavior otherMapping, NatBehavior otherFiltering) =>
        otherFiltering == NatBehavior.EndpointIndependent
        || (otherMapping == NatBehavior.EndpointIndependent
            && (otherFiltering == NatBehavior.AddressDependent || mapping == NatBehavior.EndpointIndependent));

    /// <summary>
    /// Whether the answer comes through. It comes from the port that was spoken to, unless whoever answers has spoken to the same port
    /// before and did so from another one.
    /// </summary>
    private static bool IsAnswerHeard(NatBehavior mapping, NatBehavior filtering, NatBehavior otherMapping) =>
        otherMapping == NatBehavior.EndpointIndependent || filtering != NatBehavior.AddressAndPortDependent
        || mapping != NatBehavior.EndpointIndependent;

    private static bool Punch((NatBehavior Mapping, NatBehavior Filtering) one, (NatBehavior Mapping, NatBehavior Filtering) other)
    {
        using var network = new Network();
        Router router = network.AddRouter("router");
        Host server = network.AddHost("server");
        network.Connect(router, server);
        Host first = AddBehind("first", one), second = AddBehind("second", other);
        network.Run();

        using UdpProbe rendezvous = new(server, 3478), a = new(first, 4000), b = new(second, 4001);
        a.Send(Addresses.At(server, 3478), Hello);
        network.Run();
        TransportAddress seenA = rendezvous.TryReceive()!.Value.From;
        b.Send(Addresses.At(server, 3478), Hello);
        network.Run();
        TransportAddress seenB = rendezvous.TryReceive()!.Value.From;

        bool isAnswered = false;
        for (int i = 0; i < 3; i++)
        {
            a.Send(seenB, Hello);
            b.Send(seenA, Hello);
            network.Run();
            Read(a);
            Read(b);
            network.Run();
        }

        return isAnswered;

        void Read(UdpProbe probe)
        {
            while (probe.TryReceive() is { } datagram)
            {
                isAnswered |= datagram.Payload[0] == Answer;
                if (datagram.Payload[0] == Hello)
                {
                    probe.Send(datagram.From, Answer);
                }
            }
        }

        Host AddBehind(string name, (NatBehavior Mapping, NatBehavior Filtering) behavior)
        {
            Nat nat = network.AddNat($"{name}-nat", new NatOptions { Mapping = behavior.Mapping, Filtering = behavior.Filtering });
            Host host = network.AddHost(name);
            network.Connect(nat, router);
            network.Connect(host, nat);
            return host;
        }
    }
}
