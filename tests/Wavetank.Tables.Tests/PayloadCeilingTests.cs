using System.Net.Sockets;
using Wavetank.Links;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>What a busy link leaves for payload, by packet size and IP version.</summary>
public sealed class PayloadCeilingTests
{
    private const double Megabits = 20;

    public static TheoryData<int, bool> Packets() => new()
    {
        { 576, false },
        { 1500, false },
        { 9000, false },
        { 1280, true },
        { 1500, true },
        { 9000, true },
    };

    [Fact]
    public void Payload_shares_are_as_reviewed()
    {
        var table = new TextTable(
            "The share of a link's rate that is payload, by MTU: one CUBIC flow that keeps it busy, 20 Mbit/s, RTT 20 ms, no loss, timestamps on, 10 s",
            "over", "MTU", "payload", "form");
        foreach ((int mtu, bool isIPv6) in Packets().Select(row => row.Data))
        {
            table.Add(
                isIPv6 ? "IPv6" : "IPv4", $"{mtu}", TextTable.Percent(Measure(mtu, isIPv6), 2), TextTable.Percent(ClosedForm(mtu, isIPv6), 2));
        }

        Snapshot.Matches(table, "payload-ceiling");
    }

    [Theory]
    [MemberData(nameof(Packets))]
    public void A_busy_link_carries_its_rate_less_the_headers(int mtu, bool isIPv6) =>
        Assert.Equal(ClosedForm(mtu, isIPv6), Measure(mtu, isIPv6), 1e-3);

    private static double ClosedForm(int mtu, bool isIPv6) => ClosedForms.PayloadShare(mtu, isIPv6 ? 40 : 20);

    private static double Measure(int mtu, bool isIPv6)
    {
        // The buffer holds two bandwidth-delay products, so that the link never falls idle.
        var link = new LinkOptions { Rate = DataRate.Mbps(Megabits), Delay = TimeSpan.FromMilliseconds(10), Mtu = mtu, Queue = QueueOptions.Bytes(100_000) };
        return SteadyState.Of("cubic", link, settling: 5, seconds: 10, isIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork).Goodput / (Megabits * 1e6);
    }
}
