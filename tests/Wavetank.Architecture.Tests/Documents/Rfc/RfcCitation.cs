namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>A place in the source, or a test, that names a requirement.</summary>
/// <param name="Requirement">The row that it names.</param>
/// <param name="File">The file, from the root, with forward slashes.</param>
/// <param name="Test">The test that proves it: a method, or a script; empty for the source.</param>
/// <param name="IsUnlike">Whether it says that the code does otherwise: <c>Unlike RFC 6298 §2.4, …</c>.</param>
internal sealed record RfcCitation(RfcRequirement Requirement, string File, string Test = "", bool IsUnlike = false);
