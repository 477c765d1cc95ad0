using Wavetank.Packets;

namespace Wavetank.Recording.Connections;

/// <summary>Tells whether a packet is at the place where it leaves its own host.</summary>
/// <param name="events">The packet events of the run.</param>
/// <param name="deviceOf">The name of the device that has an address; null where none has it.</param>
internal sealed class SendingDevices(PacketEvents events, Func<Address, string?> deviceOf)
{
    private readonly List<string?> _devices = [];
    private readonly Dictionary<Address, string?> _names = [];

    /// <summary>Whether the device of a point, or the one that sends there, has the address.</summary>
    public bool IsFirstPlace(int point, Address source)
    {
        while (_devices.Count <= point)
        {
            _devices.Add(null);
        }

        string device = _devices[point] ??= DeviceAt(events.Points[point]);
        if (!_names.TryGetValue(source, out string? name))
        {
            name = deviceOf(source);
            _names.Add(source, name);
        }

        return device == name;
    }

    /// <summary>Of <c>client.eth0</c> the client; of <c>host/client</c> likewise.</summary>
    private static string DeviceAt(PacketPoint point) => point.SendingInterface is { } sending
        ? sending[..sending.LastIndexOf('.')]
        : point.Path[(point.Path.IndexOf('/') + 1)..];
}
