namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>Which types of a room an arrow opens.</summary>
internal enum ArrowScope
{
    /// <summary>Every type.</summary>
    AllTypes,

    /// <summary>Structs and enums only: values such as addresses, not objects with behaviour such as packets.</summary>
    ValueTypes,
}
