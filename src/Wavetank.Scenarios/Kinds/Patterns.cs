using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Units.Draws;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Regular expressions (ECMA-262) by which an editor knows a right value from a wrong one.</summary>
internal static class Patterns
{
    private const string Number = "[0-9]+(\\.[0-9]+)?";

    internal const string Probability = "^" + Number + " *%$|^(0(\\.[0-9]+)?|1\\.0+)$";

    internal const string Endpoint = "^[a-z]([a-z0-9-]*[a-z0-9])?:[0-9]{1,5}$";

    internal static readonly string QueueLimit = $"^[0-9]+ *packets?$|{Quantity(ByteSize.Units)}";

    internal static string Quantity(UnitSet units) => $"^{Bare(units)}$";

    internal static string Distribution(IReadOnlyList<DistributionKind> kinds, DrawnQuantity quantity)
    {
        IEnumerable<string> forms = kinds.Select(k => $"^{k.Name} *\\({string.Join(',', k.Parameters.Select(p => Parameter(p, quantity)))}\\)$");
        return string.Join('|', [Quantity(quantity.Units), .. forms]);
    }

    private static string Parameter(DrawParameter parameter, DrawnQuantity quantity) => parameter switch
    {
        DrawParameter.Quantity => $" *{Bare(quantity.Units)} *",
        DrawParameter.Number => $" *{Number} *",
        _ => ".+",
    };

    private static string Bare(UnitSet units) => $"{Number} *({string.Join('|', units.Units.Select(u => u.Symbol))})";
}
