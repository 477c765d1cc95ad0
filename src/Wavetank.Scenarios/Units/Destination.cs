namespace Wavetank.Scenarios.Units;

/// <summary>Whom an application talks to: a device by name and, for TCP and UDP, a port. Written <c>server:5000</c> or <c>server</c>.</summary>
/// <param name="Device">A device's name, or <c>localhost</c>.</param>
/// <param name="Port">1 to 65535; null where the application needs none (ping).</param>
public sealed record Destination(string Device, int? Port)
{
    /// <summary>The name by which every host reaches itself.</summary>
    public const string Localhost = "localhost";

    /// <summary>Whether the destination is the device that the application runs on.</summary>
    public bool IsLocalhost => Device == Localhost;

    /// <summary>The way it is written.</summary>
    public override string ToString() => Port is int port ? $"{Device}:{port}" : Device;
}
