using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Gives a link that says no delay the one of the distance between its two devices' places.</summary>
internal sealed class DistanceChecker(Problems problems)
{
    /// <returns>Whether nothing is wrong.</returns>
    internal bool Check(
        MappingElement link, string path, OptionValues values, DeviceSpec first, DeviceSpec second, ref LinkConditions forward, ref LinkConditions backward)
    {
        bool isForwardSilent = IsSilent(link, LinkKeys.Forward);
        bool isBackwardSilent = IsSilent(link, LinkKeys.Backward);
        bool isAsked = link.Find(LinkKeys.PathInflation.Name) is not null;
        if (first.Place is not { } from || second.Place is not { } to)
            return !isAsked || Refuse(link, path, $"is about the distance between two places, but {Quoted.Text((first.Place is null ? first : second).Name)} has none; write, for example, place: frankfurt there");
        if (!isForwardSilent && !isBackwardSilent)
            return !isAsked || Refuse(link, path, "changes nothing here: the link says its delay, so the distance is not asked for; leave one of the two out");

        Duration delay = DelayBetween(from, to, values);
        if (isForwardSilent)
            forward = forward with { Delay = delay };
        if (isBackwardSilent)
            backward = backward with { Delay = delay };
        return true;
    }

    /// <summary>The delay of the distance between two places.</summary>
    internal static Duration DelayBetween(Links.Places.Place from, Links.Places.Place to, OptionValues values) =>
        new(from.PropagationDelayTo(to, (double)values.Get(LinkKeys.PathInflation).Value).Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Whether neither the link, nor its preset, nor the direction says a delay.</summary>
    internal static bool IsSilent(MappingElement link, Section direction) =>
        link.Find(LinkKeys.Delay.Name) is null
        && link.Find(LinkKeys.Preset.Name) is null
        && (OptionReader.Section(link, direction) as MappingElement)?.Find(LinkKeys.Delay.Name) is null;

    private bool Refuse(MappingElement link, string path, string problem)
    {
        problems.Add(link.Find(LinkKeys.PathInflation.Name)!.Value.Place, ElementPath.Key(path, LinkKeys.PathInflation.Name), problem);
        return false;
    }
}
