using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds what the left side of an expectation speaks of: a device first, then an application, then a link.</summary>
/// <param name="devices">The devices.</param>
/// <param name="links">The links.</param>
/// <param name="applications">The applications that have no problem of their own.</param>
/// <param name="brokenApplications">What is known of the others.</param>
internal sealed class SubjectResolver(
    DeviceIndex devices, LinkIndex links, IReadOnlyList<CheckedApplication> applications, IReadOnlyList<BrokenApplication> brokenApplications)
{
    /// <returns>The figure; null with a problem when there is none such, null without when that is in doubt.</returns>
    internal ExpectedFigure? Resolve(ExpectationText text, out string? problem)
    {
        if (devices.Find(text.Subject) is { } device)
            return OfApplications(text, SubjectSort.Device, applications.Where(a => a.RunsOn(device)), Broken(device), device, out problem);

        CheckedApplication[] named = [.. applications.Where(a => a.Spec.Name == text.Subject)];
        if (named.Length > 0)
            return OfApplications(text, SubjectSort.Application, named, brokenApplications.Where(broken => broken.Name is null || broken.Name == text.Subject), null, out problem);

        if (links.Find(text.Subject) is { } linkNames)
            return OfLinks(text, linkNames, out problem);

        IEnumerable<string> known = devices.KnownNames
            .Concat(applications.Select(a => a.Spec.Name))
            .Concat(links.KnownNames)
            .Distinct();
        bool isInDoubt = devices.IsInDoubt(text.Subject) || links.IsInDoubt(text.Subject) || brokenApplications.Any(broken => broken.Name is null || broken.Name == text.Subject);
        problem = isInDoubt
            ? null
            : $"{Quoted.Text(text.Subject)} is not a known device, application or link{KnownNames.Tail(text.Subject, known)}";
        return null;
    }

    private ExpectedFigure? OfApplications(
        ExpectationText text,
        SubjectSort sort,
        IEnumerable<CheckedApplication> candidates,
        IEnumerable<BrokenApplication> broken,
        DeviceReference? device,
        out string? problem)
    {
        List<int> indexes = [];
        List<string> known = [];
        MetricKind? metric = null;
        foreach (CheckedApplication application in candidates)
        {
            known.AddRange(application.Spec.Kind.Metrics.Select(m => m.Name));
            if (application.Spec.Kind.Metrics.FirstOrDefault(m => m.Name == text.Metric) is not { } found)
                continue;
            metric ??= found;
            indexes.Add(application.Index);
        }

        // A broken application may be the one that is meant; what none of them could measure is wrong all the same.
        MetricKind[] possible = [.. broken.SelectMany(application => application.Metrics)];
        metric ??= possible.FirstOrDefault(m => m.Name == text.Metric);
        known.AddRange(possible.Select(m => m.Name));
        if (metric is null)
        {
            problem = Describe(text, known);
            return null;
        }

        if (text.Direction != LinkSide.Both)
        {
            problem = $"{Quoted.Text(text.Subject)} is no link and has no direction; write {text.Subject}.{text.Metric}";
            return null;
        }

        var subject = new ExpectationSubject(sort, text.Subject, indexes, device?.Member, []) { Group = device is { IsGroup: true } ? device.Members : null };
        return WithStatistic(text, subject, metric, out problem);
    }

    /// <summary>The broken applications that may run on a device: those that name it, or its group, or nothing that is known.</summary>
    private IEnumerable<BrokenApplication> Broken(DeviceReference device) => brokenApplications.Where(broken =>
        broken.On is null || devices.Find(broken.On) is not { } on || ReferenceEquals(on.Spec, device.Spec));

    private static string Describe(ExpectationText text, List<string> known) => known.Count > 0
        ? $"{Quoted.Text(text.Subject)} has no metric {Quoted.Text(text.Metric)}{KnownNames.Tail(text.Metric, known.Distinct())}"
        : $"{Quoted.Text(text.Subject)} runs no application, so there is nothing to measure";

    private static ExpectedFigure? OfLinks(ExpectationText text, IReadOnlyList<string> names, out string? problem)
    {
        if (Metrics.OfLinks.Find(text.Metric) is not { } metric)
        {
            problem = Metrics.OfLinks.DescribeUnknown(text.Metric);
            return null;
        }

        return WithStatistic(text, new ExpectationSubject(SubjectSort.Link, text.Subject, [], null, names, text.Direction), metric, out problem);
    }

    private static ExpectedFigure? WithStatistic(ExpectationText text, ExpectationSubject subject, MetricKind metric, out string? problem)
    {
        StatisticKind? statistic = text.Statistic is null ? null : StatisticKinds.Table.Find(text.Statistic);
        string path = $"{text.Subject}{(text.Direction == LinkSide.Both ? "" : $".{text.Direction.ToString().ToLowerInvariant()}")}.{metric}";
        if (metric.HasStatistics && text.Statistic is null)
            problem = $"{Quoted.Text(path)} has many values; say which statistic, such as {path}.p99 (known: {string.Join(", ", StatisticKinds.Table.Names)})";
        else if (metric.HasStatistics && statistic is null)
            problem = StatisticKinds.Table.DescribeUnknown(text.Statistic!);
        else if (!metric.HasStatistics && text.Statistic is not null)
            problem = $"{Quoted.Text(path)} is a single figure and has no {Quoted.Text(text.Statistic)}; write {path}";
        else
            problem = null;
        return problem is null ? new ExpectedFigure(subject, metric, statistic) : null;
    }
}
