namespace Wavetank.Scenarios.Units;

/// <summary>One unit: how it is written and how many of the base unit it stands for.</summary>
/// <param name="Symbol">As written after the number; case counts.</param>
/// <param name="Factor">Base units in one of this unit.</param>
/// <param name="TakesFraction">Whether a value may be shown in this unit with up to three decimals.</param>
/// <param name="IsAlias">Understood when read, never shown.</param>
internal sealed record Unit(string Symbol, long Factor, bool TakesFraction = false, bool IsAlias = false);
