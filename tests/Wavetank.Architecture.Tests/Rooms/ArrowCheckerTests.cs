using Mono.Cecil;
using Wavetank.Architecture.Tests.Samples.Upper;

namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>Proves on samples of this assembly that the checker sees what it must see.</summary>
public sealed class ArrowCheckerTests
{
    private const string Prefix = "Wavetank.Architecture.Tests.Samples.";

    [Theory]
    [InlineData(typeof(UsesInField))]
    [InlineData(typeof(UsesInBody))]
    [InlineData(typeof(UsesInLambda))]
    [InlineData(typeof(UsesAsArgument))]
    [InlineData(typeof(UsesInAsyncMethod))]
    [InlineData(typeof(UsesInConstraint<>))]
    [InlineData(typeof(UsesValue))]
    public void A_use_without_an_arrow_is_found_wherever_it_stands(Type user) =>
        Assert.Contains(Violations([]), message => message.StartsWith($"{user.FullName} uses ", StringComparison.Ordinal));

    [Fact]
    public void An_arrow_allows_every_use_in_its_direction() =>
        Assert.Empty(Violations([new Arrow("Upper", "Lower")]));

    [Fact]
    public void An_arrow_does_not_allow_the_other_direction() =>
        Assert.NotEmpty(Violations([new Arrow("Lower", "Upper")]));

    [Fact]
    public void An_arrow_for_values_allows_structs_but_no_classes()
    {
        IReadOnlyList<string> violations = Violations([new Arrow("Upper", "Lower", ArrowScope.ValueTypes)]);

        Assert.DoesNotContain(violations, message => message.Contains(nameof(UsesValue), StringComparison.Ordinal));
        Assert.Contains(violations, message => message.Contains("is open for structs and enums only", StringComparison.Ordinal));
    }

    [Fact]
    public void The_message_names_both_types_the_member_and_the_arrow() =>
        Assert.Contains(
            $"{typeof(UsesInBody).FullName} uses {Prefix}Lower.Thing in method Call, but there is no arrow Upper -> Lower.",
            Violations([]));

    private static IReadOnlyList<string> Violations(Arrow[] table)
    {
        using ModuleDefinition module = CompiledAssembly.Open("Wavetank.Architecture.Tests");
        return new ArrowChecker(Prefix, table).Violations(module, ["Upper", "Lower"]);
    }
}
