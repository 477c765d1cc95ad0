using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>Applies <c>PATH=VALUE</c> to the elements before they are checked, so that an overridden value is checked like any other.</summary>
internal static class Overrides
{
    internal static void Apply(Element root, IReadOnlyList<string> overrides, Problems problems)
    {
        foreach (string text in overrides)
        {
            var place = new Place(0, 0, text);
            int equals = text.IndexOf('=');
            if (equals <= 0)
            {
                problems.Add(place, "", "is not PATH=VALUE; write one such as seed=9 or links.core-server.loss=5%");
                continue;
            }

            string path = text[..equals].Trim();
            if (OverridePath.TryParse(path, out IReadOnlyList<OverrideStep> steps, out string? problem))
                problem = new OverrideWalk(root, place).Set(steps, text[(equals + 1)..].Trim());
            if (problem is not null)
                problems.Add(place, Quoted.Plain(path), problem);
        }
    }
}
