using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys that every application has; the others belong to its kind.</summary>
internal static class ApplicationKeys
{
    internal static readonly Option<string> On = Option<string>.Required(
        "on", ValueFormats.Name, "The host that runs it; for a counted device, each of its members runs one.");

    internal static readonly Option<ApplicationKind> Run = Option<ApplicationKind>.Required(
        "run", ValueFormats.KindOf(ApplicationKinds.Table), "The application.");

    internal static readonly Option<string> Name = Option<string>.Optional(
        "name", ValueFormats.Name, "A name for results and expectations; the application's kind when absent.");

    internal static readonly Option<Duration> Start = Option<Duration>.WithDefault(
        "start", ValueFormats.Duration, new Duration(0), "How long after the start of the run it begins.");

    internal static readonly IReadOnlyList<Option> All = [On, Run, Name, Start];
}
