namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>A row of the list of requirements.</summary>
/// <param name="Rfc">The RFC's number.</param>
/// <param name="Id">An id of RFC 9293's appendix B, as <c>MUST-14</c>, or a section, perhaps with a label: <c>§4.3 (2)</c>.</param>
/// <param name="Section">The section that says it.</param>
/// <param name="State">What became of it here.</param>
/// <param name="Text">What it asks for, in our own words.</param>
/// <param name="Reason">Why it is not done, or not applicable; empty where it is done.</param>
internal sealed record RfcRequirement(int Rfc, string Id, string Section, RfcState State, string Text, string Reason)
{
    public override string ToString() => $"RFC {Rfc} {Id}";
}
