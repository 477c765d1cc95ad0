using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Stack.Icmp;

namespace Wavetank.Stack.Ip;

/// <summary>Puts fragments together again (RFC 791 §3.2, RFC 8200 §4.5), in bounded memory and time.</summary>
internal sealed class Reassembler(NetworkStack stack)
{
    // Linux: net.ipv4.ipfrag_time is 30 s; RFC 8200 §4.5: 60 seconds.
    private const long Timeout = 30 * SimulationTime.NanosecondsPerSecond;
    private const long TimeoutV6 = 60 * SimulationTime.NanosecondsPerSecond;

    // Linux: net.ipv4.ipfrag_high_thresh is 4 MiB, in which each fragment's own kernel memory counts.
    private const int MemoryLimit = 4 * 1024 * 1024;
    private const int FragmentOverhead = 768;

    private readonly Dictionary<FragmentKey, PartialDatagram> _datagrams = [];
    private readonly Stack<PartialDatagram> _unused = new();
    private int _memory;

    /// <summary>Datagrams of which something is missing.</summary>
    public int Count => _datagrams.Count;

    /// <summary>Bytes that the fragments of these datagrams take.</summary>
    public int Memory => _memory;

    /// <summary>Takes a fragment, and its ownership. The whole packet once nothing is missing, or null.</summary>
    public Packet? Add(Packet fragment)
    {
        int charge = Charge(fragment);
        if (_memory + charge > MemoryLimit)
        {
            stack.Events.Drop(stack.Point, fragment, DropReason.ReassemblyFailed);
            return null;
        }

        PartialDatagram datagram = FindOrAdd(FragmentKey.Of(fragment));
        switch (datagram.TryInsert(fragment))
        {
            case FragmentFit.Duplicate:
                stack.Events.Drop(stack.Point, fragment, DropReason.ReassemblyFailed);
                return null;

            // RFC 8200 §4.5, RFC 5722 §4: of overlapping fragments none is to be believed. Linux holds IPv4 to it too.
            case FragmentFit.Conflict:
                stack.Events.Drop(stack.Point, fragment, DropReason.ReassemblyFailed);
                GiveUp(datagram);
                return null;
            default:
                _memory += charge;
                return datagram.IsComplete ? Join(datagram) : null;
        }
    }

    /// <summary>The rest of a datagram did not come in time.</summary>
    public void TimeOut(PartialDatagram datagram)
    {
        // RFC 1122 §3.3.2, RFC 8200 §4.5: the sender is told, if the part with the header has come.
        if (datagram.Parts[0] is { FragmentOffset: 0 } first)
        {
            stack.Icmp.SendError(first, IcmpErrors.ReassemblyTimeExceeded);
        }

        GiveUp(datagram);
    }

    /// <summary>The host lost its power.</summary>
    public void GiveUpAll()
    {
        foreach (PartialDatagram datagram in _datagrams.Values.ToArray())
        {
            GiveUp(datagram);
        }
    }

    private static int Charge(Packet fragment) => fragment.Length + FragmentOverhead;

    private PartialDatagram FindOrAdd(FragmentKey key)
    {
        if (!_datagrams.TryGetValue(key, out PartialDatagram? datagram))
        {
            datagram = _unused.TryPop(out PartialDatagram? unused) ? unused : new PartialDatagram(this);
            datagram.Key = key;
            _datagrams.Add(key, datagram);
            stack.Simulator.ScheduleAfter(datagram, key.Source.IsIPv4 ? Timeout : TimeoutV6);
        }

        return datagram;
    }

    private Packet? Join(PartialDatagram datagram)
    {
        Packet whole = datagram.Join();
        Forget(datagram);
        if (!PacketCodec.TryParseTransport(whole, out DropReason reason))
        {
            stack.Events.Drop(stack.Point, whole, reason);
            return null;
        }

        return whole;
    }

    private void GiveUp(PartialDatagram datagram)
    {
        foreach (Packet part in datagram.Parts)
        {
            stack.Events.Raise(PacketEventKind.Dropped, stack.Point, part, DropReason.ReassemblyFailed);
        }

        Forget(datagram);
    }

    private void Forget(PartialDatagram datagram)
    {
        stack.Simulator.Cancel(datagram);
        _datagrams.Remove(datagram.Key);
        foreach (Packet part in datagram.Parts)
        {
            _memory -= Charge(part);
        }

        datagram.Clear();
        _unused.Push(datagram);
    }
}
