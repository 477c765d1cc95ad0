using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>Behind which port of a switch each station was seen last (IEEE 802.1D §7.8, §7.9).</summary>
internal sealed class StationTable(Simulator simulator)
{
    // IEEE 802.1D table 7-5: the ageing time is 300 seconds.
    private const long AgeingTime = 300 * SimulationTime.NanosecondsPerSecond;

    /// <summary>The most stations; of more than these packets go everywhere. A usual size.</summary>
    private const int MostStations = 8192;

    private readonly Dictionary<MacAddress, Entry> _entries = [];

    public int Count
    {
        get
        {
            Forget();
            return _entries.Count;
        }
    }

    public void Learn(MacAddress station, SwitchPort port)
    {
        if (station.IsGroup || station.IsNone)
        {
            return;
        }

        if (_entries.Count >= MostStations && !_entries.ContainsKey(station))
        {
            Forget();
            if (_entries.Count >= MostStations)
            {
                return;
            }
        }

        _entries[station] = new Entry(port, simulator.NowNanoseconds);
    }

    /// <summary>The port, or null where it is not known or was learnt too long ago.</summary>
    public SwitchPort? Find(MacAddress station) =>
        _entries.TryGetValue(station, out Entry entry) && simulator.NowNanoseconds - entry.SeenAt < AgeingTime ? entry.Port : null;

    private void Forget()
    {
        // Which of them go does not depend on the order in which they are seen.
        foreach ((MacAddress station, Entry entry) in _entries)
        {
            if (simulator.NowNanoseconds - entry.SeenAt >= AgeingTime)
            {
                _entries.Remove(station);
            }
        }
    }

    private readonly record struct Entry(SwitchPort Port, long SeenAt);
}
