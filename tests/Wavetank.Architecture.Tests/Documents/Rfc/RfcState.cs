namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>What became of a requirement.</summary>
internal enum RfcState
{
    /// <summary>Obeyed, and proven by a test.</summary>
    Done,

    /// <summary>Applies, and is not obeyed.</summary>
    NotDone,

    /// <summary>Asks for something of which there is nothing here.</summary>
    NotApplicable,
}
