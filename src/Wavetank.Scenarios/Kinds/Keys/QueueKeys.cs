namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The key that every queue has; the others belong to its kind.</summary>
internal static class QueueKeys
{
    internal static readonly Option<QueueKind> Kind = Option<QueueKind>.WithDefault(
        "kind", ValueFormats.KindOf(QueueKinds.Table), QueueKinds.Table.Rows[0], "What the queue does when packets wait.");
}
