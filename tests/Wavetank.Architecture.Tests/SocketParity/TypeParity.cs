namespace Wavetank.Architecture.Tests.SocketParity;

/// <summary>One type of the platform beside ours.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">What the platform's has.</param>
/// <param name="Missing">What ours has not.</param>
internal sealed record TypeParity(string Name, IReadOnlyCollection<string> Members, IReadOnlyCollection<string> Missing)
{
    public static TypeParity Of(Type platform, Type ours)
    {
        string[] members = [.. MemberText.Of(platform)];
        return new TypeParity(platform.Name, members, [.. members.Except(MemberText.Of(ours)).Order(StringComparer.Ordinal)]);
    }
}
