using Mono.Cecil;

namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>One use of a type by another, as found in compiled code.</summary>
/// <param name="User">The outermost type that uses; closures and iterators count for the type they were written in.</param>
/// <param name="Used">The outermost type that is used.</param>
/// <param name="Where">The member, for messages.</param>
internal sealed record TypeUse(TypeDefinition User, TypeReference Used, string Where);
