using Wavetank.Packetdrill.Running.Hosts;

namespace Wavetank.Packetdrill.Running.Shell;

/// <summary>A system setting that scripts make.</summary>
/// <param name="Name">Its name without <c>net.ipv4.</c>.</param>
/// <param name="Apply">Applies the values (there may be several, with blanks between); says what of it is not modelled, or null.</param>
internal sealed record SysctlRow(string Name, Func<HostSettings, long[], string?> Apply);
