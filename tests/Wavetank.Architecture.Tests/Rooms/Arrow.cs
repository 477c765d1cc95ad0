namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>One allowed arrow: types of room <paramref name="From"/> may use types of room <paramref name="To"/>.</summary>
/// <param name="From">The using room: a folder of src/Wavetank, or the name of another assembly without <c>Wavetank.</c>.</param>
/// <param name="To">The used room, a folder of src/Wavetank.</param>
/// <param name="What">Which of its types; all by default.</param>
internal sealed record Arrow(string From, string To, ArrowScope What = ArrowScope.AllTypes);
