namespace Wavetank.Studies.Comparing;

/// <summary>Verdicts in words.</summary>
internal static class Verdicts
{
    internal static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Same => "same",
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Different => "different",
        Verdict.Unclear => "unclear",
        Verdict.OnlyInA => "only in A",
        _ => "only in B",
    };
}
