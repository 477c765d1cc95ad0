namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>
/// The table of rooms and arrows, the only place where the rule is written as data.
/// Whoever changes it also changes the table in ARCHITECTURE.md, "Rooms", and writes a decision in docs/decisions.
/// </summary>
internal static class AllowedArrows
{
    /// <summary>Where the rule stands, for messages.</summary>
    public const string Source =
        "tests/Wavetank.Architecture.Tests/Rooms/AllowedArrows.cs and ARCHITECTURE.md, section \"Rooms\"";

    /// <summary>The folders of src/Wavetank. A type of the core outside them is an error.</summary>
    public static IReadOnlyList<string> CoreRooms { get; } =
        ["Engine", "Packets", "Stack", "Sockets", "Links", "Devices", "Applications", "Recording"];

    /// <summary>Other assemblies whose use of the core's rooms is held. They may use one another as their project files say.</summary>
    public static IReadOnlyList<string> Satellites { get; } = ["Scenarios", "Studies", "Packetdrill", "Testing"];

    public static IReadOnlyList<Arrow> Table { get; } =
    [
        new("Packets", "Engine"),

        // Stack and Links do not know each other: they meet at the LinkEndpoint seam in Packets.
        new("Stack", "Packets"),
        new("Stack", "Engine"),
        new("Links", "Packets"),
        new("Links", "Engine"),
        new("Recording", "Packets"),
        new("Recording", "Engine"),

        new("Sockets", "Stack"),
        new("Sockets", "Engine"),
        new("Sockets", "Packets", ArrowScope.ValueTypes),

        new("Devices", "Stack"),
        new("Devices", "Links"),
        new("Devices", "Packets"),
        new("Devices", "Engine"),

        // Built-in programs see sockets only (and time and chance), which proves that the socket API is enough.
        new("Applications", "Sockets"),
        new("Applications", "Engine"),

        new("Scenarios", "Devices"),
        new("Scenarios", "Applications"),
        new("Scenarios", "Recording"),
        new("Scenarios", "Links"),
        new("Scenarios", "Engine"),
        new("Scenarios", "Packets"),

        // Scripts test the stack from below and from above, with no network around it.
        new("Packetdrill", "Stack"),
        new("Packetdrill", "Sockets"),
        new("Packetdrill", "Packets"),
        new("Packetdrill", "Engine"),
        new("Scenarios", "Stack"),

        new("Testing", "Devices"),
        new("Testing", "Recording"),
        new("Testing", "Links"),
        new("Testing", "Packets"),
        new("Testing", "Engine"),
        new("Testing", "Stack"),

        // Many runs side by side: the runs themselves come through Scenarios.
        new("Studies", "Engine"),
        new("Studies", "Devices"),
        new("Studies", "Recording"),
        new("Studies", "Packets"),
    ];
}
