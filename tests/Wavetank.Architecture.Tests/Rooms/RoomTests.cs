using Mono.Cecil;

namespace Wavetank.Architecture.Tests.Rooms;

public sealed class RoomTests
{
    private static readonly ArrowChecker Checker = new("Wavetank.", AllowedArrows.Table);

    [Fact]
    public void Rooms_of_the_core_use_only_what_the_table_allows()
    {
        using ModuleDefinition core = CompiledAssembly.Open("Wavetank");

        AssertNone(Checker.Violations(core, AllowedArrows.CoreRooms));
    }

    [Fact]
    public void Satellites_use_only_the_rooms_that_the_table_allows()
    {
        foreach (string satellite in AllowedArrows.Satellites)
        {
            using ModuleDefinition module = CompiledAssembly.Open($"Wavetank.{satellite}");

            AssertNone(Checker.Violations(module, AllowedArrows.CoreRooms));
        }
    }

    [Fact]
    public void Every_type_of_the_core_stands_in_a_room()
    {
        using ModuleDefinition core = CompiledAssembly.Open("Wavetank");

        IEnumerable<string> homeless = core.Types
            .Where(type => type.Namespace == "Wavetank" || (Checker.RoomOf(type) is { } room && !AllowedArrows.CoreRooms.Contains(room)))
            .Select(type => $"{type.FullName} stands in none of the rooms {string.Join(", ", AllowedArrows.CoreRooms)}.");

        AssertNone([.. homeless]);
    }

    [Fact]
    public void The_core_depends_on_the_base_class_library_alone()
    {
        using ModuleDefinition core = CompiledAssembly.Open("Wavetank");

        IEnumerable<string> others = core.AssemblyReferences
            .Where(reference => !reference.Name.StartsWith("System.", StringComparison.Ordinal))
            .Select(reference => $"src/Wavetank references {reference.Name}; it may use the base class library only.");

        AssertNone([.. others]);
    }

    [Fact]
    public void The_table_names_known_rooms_and_no_arrow_twice()
    {
        string[] known = [.. AllowedArrows.CoreRooms, .. AllowedArrows.Satellites];

        Assert.All(AllowedArrows.Table, arrow =>
        {
            Assert.Contains(arrow.From, known);
            Assert.Contains(arrow.To, AllowedArrows.CoreRooms);
        });
        Assert.Distinct(AllowedArrows.Table.Select(arrow => (arrow.From, arrow.To)));
    }

    private static void AssertNone(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            Assert.Fail($"{string.Join('\n', problems)}\nThe rule stands in {AllowedArrows.Source}.");
        }
    }
}
