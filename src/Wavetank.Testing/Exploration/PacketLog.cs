using Wavetank.Packets;
using Wavetank.Recording.EventLog;
using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>A log of the packets of one run, without the faults, in a temporary file: to be compared with that of another.</summary>
internal sealed class PacketLog : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private NdjsonEventLog? _log;

    /// <summary>The settings of a run that writes into the log.</summary>
    public SimulationSettings Record(SimulationSettings settings) => settings with
    {
        Observers = network => [new PacketsOnly(_log = new NdjsonEventLog(_file, network.Events, leaveOpen: true))],
    };

    /// <summary>The log from its beginning on.</summary>
    public Stream Read()
    {
        _log?.Dispose();
        _file.Seek(0, SeekOrigin.Begin);
        return _file;
    }

    public void Dispose()
    {
        _log?.Dispose();
        _file.Dispose();
    }

    private sealed class PacketsOnly(IPacketObserver inner) : IPacketObserver
    {
        public void OnPacket(in PacketEvent packetEvent) => inner.OnPacket(in packetEvent);
    }
}
