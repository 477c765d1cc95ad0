using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads <c>queue</c>.</summary>
internal sealed class QueueReader(Problems problems)
{
    /// <summary>The queue that a link, a direction or an entry of the timeline says; null where it says none, or a wrong one, which has been reported.</summary>
    internal QueueSpec? Read(MappingElement parent, string parentPath)
    {
        if (OptionReader.Section(parent, LinkKeys.Queue) is not { } element)
            return null;

        string path = ElementPath.Key(parentPath, LinkKeys.Queue.Name);
        return element switch
        {
            MappingElement mapping => ReadLong(mapping, path),
            ScalarElement scalar => ReadShort(scalar, path),
            _ => Refuse(element, path),
        };
    }

    private QueueSpec? ReadLong(MappingElement mapping, string path)
    {
        Element? written = mapping.Find(QueueKeys.Kind.Name)?.Value;
        QueueKind? kind = written is null ? QueueKinds.Table.Rows[0] : OptionReader.ReadAhead(mapping, QueueKeys.Kind);
        IReadOnlyList<Key> keys = kind is not null
            ? [QueueKeys.Kind, .. kind.Options]
            : KeysOfUnknownKind.Choose(
                mapping, [QueueKeys.Kind], [.. ScenarioTables.Queues.Rows.Select(row => (row.Name, row.Options))], (written as ScalarElement)?.Text);
        int before = problems.Count;
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        if (kind is null || problems.Count > before)
            return null;

        if (kind.Problem(values) is { } problem)
        {
            MappingEntry? entry = problem.Option is null ? null : mapping.Find(problem.Option.Name);
            problems.Add(entry?.Value.Place ?? mapping.Place, entry is null ? path : ElementPath.Key(path, entry.Key), problem.Message);
            return null;
        }

        return new QueueSpec(kind, values);
    }

    /// <summary>The kind alone: <c>queue: codel</c>.</summary>
    private QueueSpec? ReadShort(ScalarElement scalar, string path)
    {
        if (QueueKinds.Table.Find(scalar.Text) is not { } kind)
        {
            problems.Add(scalar.Place, path, $"{QueueKinds.Table.DescribeUnknown(scalar.Text)}; write a queue, or a mapping such as {{ kind: fifo, limit: 100 packets }}");
            return null;
        }

        if (kind.Options.FirstOrDefault(option => option.IsRequired) is { } missing)
        {
            problems.Add(
                scalar.Place, path,
                $"the queue {Quoted.Text(kind.Name)} needs the key {Quoted.Text(missing.Name)}; write {{ kind: {kind.Name}, {missing.Name}: {missing.ValueFormat.Example} }}");
            return null;
        }

        return new QueueSpec(kind, new OptionValues());
    }

    private QueueSpec? Refuse(Element element, string path)
    {
        problems.Add(element.Place, path, $"takes a mapping such as {{ kind: fifo, limit: 100 packets }}, not {element.Description}");
        return null;
    }
}
