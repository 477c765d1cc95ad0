using System.Text.Json;
using Wavetank.Packets;
using Wavetank.Recording.EventLog;

namespace Wavetank.Tests.Recording.EventLog;

public sealed class NdjsonEventLogTests
{
    [Fact]
    public void A_line_has_the_event_and_the_packet()
    {
        string[] lines = EventLogs.Of(run =>
        {
            Packet syn = run.Tcp(sequence: 100);
            syn.Tcp.Flags = TcpFlags.Syn | TcpFlags.Ece;
            syn.Tcp.Options = new TcpOptions { MaximumSegmentSize = 1460, SackPermitted = true, HasWindowScale = true, WindowScale = 7 };
            syn.DontFragment = true;
            syn.Seal();
            run.At(5).Raise(PacketEventKind.Sent, run.Forward, syn);
        });

        Assert.Equal(
            ["""{"n":1,"time":5,"event":"sent","at":"link/client-server/forward","packet":1,"src":"10.0.0.1","dst":"10.0.0.2","proto":"tcp","len":52,"ttl":64,"df":true,"sport":50000,"dport":50001,"flags":"SYN,ECE","seq":100,"ack":0,"window":1000,"mss":1460,"wscale":7,"sackok":true}"""],
            lines);
    }

    [Fact]
    public void A_drop_has_its_reason_and_a_payload_its_hash()
    {
        string line = EventLogs.Of(run => run.At(7).Raise(PacketEventKind.Dropped, run.Server, run.Udp("hello"), DropReason.PortUnreachable))[0];

        JsonElement json = JsonElement.Parse(line);
        Assert.Equal("dropped", json.GetProperty("event").GetString());
        Assert.Equal("port-unreachable", json.GetProperty("reason").GetString());
        Assert.Equal(5, json.GetProperty("payload").GetInt32());
        Assert.Equal(16, json.GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public void Every_header_of_every_kind_of_packet_is_there()
    {
        string[] lines = EventLogs.Of(run =>
        {
            run.Raise(PacketEventKind.Queued, run.Forward, run.Echo("x"));
            Packet ack = run.Tcp();
            ack.Tcp.Options = new TcpOptions { HasTimestamps = true, TimestampValue = 1, TimestampEcho = 2, SackCount = 2 };
            ack.Tcp.Options.SackBlocks[0] = new SackBlock(3, 4);
            ack.Tcp.Options.SackBlocks[1] = new SackBlock(5, 6);
            run.Raise(PacketEventKind.Arrived, run.Forward, ack);
            Packet fragment = run.Udp("x");
            fragment.FragmentOffset = 8;
            fragment.Identification = 9;
            fragment.TrafficClass = 3;
            run.Raise(PacketEventKind.Delivered, run.Server, fragment);
        });

        Assert.Contains("""
            "event":"queued"
            """, lines[0]);
        Assert.Contains("""
            "proto":"icmp","len":29,"ttl":64,"type":8,"code":0,"identifier":7,"sequence":0
            """, lines[0]);
        Assert.Contains("""
            "tsval":1,"tsecr":2,"sack":[3,4,5,6]
            """, lines[1]);
        Assert.Contains("""
            "tos":3,"id":9,"offset":8,"more":false,"payload":1
            """, lines[2]);
        Assert.DoesNotContain("sport", lines[2]);
    }

    [Fact]
    public void Only_the_window_asked_for_is_logged_with_the_numbers_of_the_whole_run()
    {
        string[] lines = EventLogs.Of(
            run =>
            {
                for (int i = 0; i < 10; i++)
                {
                    run.At(i).Raise(PacketEventKind.Sent, run.Forward, run.Tcp());
                }
            },
            new EventLogOptions { FirstEvent = 4, LastEvent = 6 });

        Assert.Equal([4, 5, 6], lines.Select(line => JsonElement.Parse(line).GetProperty("n").GetInt32()));
    }

    [Fact]
    public void A_full_disk_does_not_disturb_the_run_and_is_told_at_its_end()
    {
        using var run = new TestRun();
        var disk = new FailingStream(room: 200_000);
        var log = new NdjsonEventLog(disk, run.Events);
        run.Events.Subscribe(log);
        Packet packet = run.Tcp();
        for (int i = 0; i < 10_000; i++)
        {
            run.Raise(PacketEventKind.Sent, run.Forward, packet);
        }

        Assert.Equal(2, disk.Attempts);
        Assert.Contains("No space left on device", Assert.Throws<IOException>(log.Complete).Message);
        log.Dispose();
    }

    [Fact]
    public void Every_drop_reason_has_a_name_of_its_own()
    {
        string[] names = [.. Enum.GetValues<DropReason>().Select(Wavetank.Recording.DropReasonNames.Of)];

        Assert.DoesNotContain("unknown", names);
        Assert.Equal(names.Length, names.Distinct().Count());
    }
}
