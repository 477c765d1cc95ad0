using System.Text;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Schema;

/// <summary>The tables of docs/reference/scenario.md, made from the same tables that the checker and the schema use.</summary>
internal static class ScenarioPage
{
    /// <summary>The line of the page behind which everything is made.</summary>
    internal const string Marker = "<!-- From here on this page is made from the tables of the scenario file; a test compares. -->";

    /// <summary>What stands behind the marker.</summary>
    internal static string Build()
    {
        var page = new StringBuilder();
        Heading(page, "##", "The top of the file", null);
        KeyTable.Append(page, ScenarioKeys.All);

        Heading(page, "##", "devices", "A device stands under its name. Of these every kind has:");
        KeyTable.Append(page, DeviceKeys.All);
        foreach (DeviceKind kind in DeviceKinds.Table.Rows)
        {
            Heading(page, "###", $"kind: {kind.Name}", kind.Summary);
            KeyTable.Append(page, kind.Options);
        }

        Heading(
            page, "##", "topology",
            "Devices and links that need not be written one by one: one topology, or a list of several, which `links` may join. The devices are groups as a `count` makes them: `host` means all hosts, "
            + "`host-3` one. Of these every kind has:");
        KeyTable.Append(page, TopologyKeys.All);
        page.Append("Under the names of its links (`access`, `core`, …) a topology takes what a link takes, but for `between` and `name`; under `host`: ")
            .AppendJoin(", ", TopologyKeys.OfHosts.Select(key => $"`{key.Name}`")).Append("; under `router`: ")
            .AppendJoin(", ", TopologyKeys.OfRouters.Select(key => $"`{key.Name}`")).Append(".\n\n");
        foreach (TopologyKind kind in TopologyKinds.Table.Rows)
        {
            Heading(page, "###", $"kind: {kind.Name}", kind.Summary);
            KeyTable.Append(page, kind.Keys);
        }

        Heading(page, "##", "links", "Conditions hold in both directions unless `forward` or `backward` says otherwise; these take all but the first four and themselves.");
        KeyTable.Append(page, LinkKeys.All);
        Heading(page, "###", "queue", null);
        KeyTable.Append(page, [QueueKeys.Kind]);
        foreach (QueueKind kind in QueueKinds.Table.Rows)
        {
            Heading(page, "####", $"kind: {kind.Name}", kind.Summary);
            KeyTable.Append(page, kind.Options);
        }

        foreach (ConditionForm form in ConditionForms.All)
            Form(page, form);

        Heading(page, "##", "applications", "Of these every application has:");
        KeyTable.Append(page, ApplicationKeys.All);
        foreach (ApplicationKind kind in ApplicationKinds.Table.Rows)
        {
            Heading(page, "###", $"run: {kind.Name}", kind.Summary);
            KeyTable.Append(page, kind.Options);
            page.Append("Metrics: ").AppendJoin(", ", kind.Metrics.Select(metric => $"`{metric.Name}`")).Append(".\n\n");
        }

        Heading(page, "##", "timeline", "Each entry does one thing: to a link or a group of links, to a host or a group of hosts, or between two sets of hosts.");
        KeyTable.Append(page, TimelineKeys.All);
        foreach (ActionKind action in ActionKinds.Table.Rows)
        {
            Heading(page, "###", action.Form, action.Summary);
            if (action.Keys.Count > 0)
                KeyTable.Append(page, action.Keys);
        }

        Heading(page, "##", "storm", "Faults at random, drawn from the seed before the run and shown as entries of a timeline. Of each sort there may be:");
        KeyTable.Append(page, StormKeys.All);
        Heading(page, "###", "How often", "What each of those takes.");
        KeyTable.Append(page, StormKeys.OfRate);

        Heading(
            page, "##", "expect",
            "Each entry is `SUBJECT.METRIC OPERATOR VALUE`, or `SUBJECT.METRIC.STATISTIC OPERATOR VALUE` for what is measured many times. "
            + "The subject is a device, an application or a link, or one direction of a link (`core-server.forward`); operators are `<`, `<=`, `>`, `>=`, `==`, `!=`.");
        Metrics(page, "of an application", ApplicationKinds.Table.Rows.SelectMany(kind => kind.Metrics).DistinctBy(metric => metric.Name));
        Metrics(page, "of a link", Kinds.Metrics.OfLinks.Rows);
        Names(page, "statistic", StatisticKinds.Table.Rows.Select(kind => (kind.Name, kind.Summary)));

        Heading(page, "##", "How values are written", null);
        MarkdownTable.Append(page, ["value", "how", "example"], Formats().Select(format => (string[])[format.Name, format.Summary, $"`{format.Example}`"]));
        Names(page, "distribution", DistributionKinds.Table.Rows.Select(kind => (kind.Form, kind.Summary)));
        Names(page, "preset", ScenarioTables.Presets.Rows.Select(kind => (kind.Name, $"{kind.Summary.TrimEnd('.')}: {kind.Figures}.")));
        Names(page, "congestion control", CongestionControlKinds.Table.Rows.Select(kind => (kind.Name, kind.Summary)));
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Heading(StringBuilder page, string level, string title, string? text)
    {
        page.Append(level).Append(' ').Append(title).Append("\n\n");
        if (text is not null)
            page.Append(text).Append("\n\n");
    }

    private static void Form(StringBuilder page, ConditionForm form)
    {
        string none = form.None is null ? "" : " Or `none`.";
        Heading(page, "###", $"{form.Definition}: as a {(form.TakesMapping ? "mapping" : "list")}", $"Such as `{form.Example}`.{none}");
        foreach (ConditionKind kind in form.Kinds.Rows)
        {
            if (form.KindKey is not null)
                Heading(page, "####", $"kind: {kind.Name}", kind.Summary);
            KeyTable.Append(page, kind.Items is { } list && form.TakesMapping ? [.. kind.Options, list.Key] : kind.Options);
            if (kind.Items is { } items && form.TakesMapping)
                KeyTable.Append(page, items.Keys);
        }
    }

    private static void Metrics(StringBuilder page, string of, IEnumerable<MetricKind> metrics) => MarkdownTable.Append(
        page,
        [$"metric {of}", "value", "meaning"],
        metrics.Select(metric => (string[])
            [$"`{metric.Name}{(metric.HasStatistics ? ".STATISTIC" : "")}`", metric.Unit.ToString().ToLowerInvariant(), metric.Name is "count" ? "What the application counts." : metric.Summary]));

    private static void Names(StringBuilder page, string what, IEnumerable<(string Name, string Summary)> rows) =>
        MarkdownTable.Append(page, [what, "meaning"], rows.Select(row => (string[])[$"`{row.Name}`", row.Summary]));

    private static IEnumerable<ValueFormat> Formats() =>
        ScenarioKeys.All.Concat(DeviceKeys.All).Concat(DeviceKinds.Table.Rows.SelectMany(kind => kind.Options))
            .Concat(TopologyKeys.All).Concat(TopologyKinds.Table.Rows.SelectMany(kind => kind.Options))
            .Concat(LinkKeys.All).Concat(QueueKinds.Table.Rows.SelectMany(kind => kind.Options))
            .Concat(ConditionForms.All.SelectMany(form => form.Kinds.Rows).SelectMany(kind => kind.Options))
            .Concat(ActionKinds.Table.Rows.SelectMany(kind => kind.Keys.Prepend(kind.Target)))
            .Concat(ApplicationKeys.All).Concat(ApplicationKinds.Table.Rows.SelectMany(kind => kind.Options))
            .OfType<Option>().Select(option => option.ValueFormat).Where(format => format.Choices is null).DistinctBy(format => format.Name);
}
