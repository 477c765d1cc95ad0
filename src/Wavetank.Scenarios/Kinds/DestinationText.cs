using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads <c>server:5000</c> (an endpoint) and <c>server</c> (a device).</summary>
internal static class DestinationText
{
    private const int MaxPort = 65535;

    internal static bool TryParseEndpoint(ReadOnlySpan<char> text, out Destination? value, out string? problem)
    {
        value = null;
        int colon = text.IndexOf(':');
        ReadOnlySpan<char> name = colon < 0 ? text : text[..colon];
        if (!NameText.IsName(name))
            problem = $"{Quoted.Text(text)} is not an endpoint; write a device's name and a port, such as server:5000";
        else if (colon < 0)
            problem = $"{Quoted.Text(text)} has no port; write {text}:5000, or whichever port it listens on";
        else if (!Count.TryParse(text[(colon + 1)..], out long port, out _) || port is < 1 or > MaxPort)
            problem = $"{Quoted.Text(text)} has no right port; a port is 1 to {MaxPort}, such as {name}:5000";
        else
        {
            value = new Destination(name.ToString(), (int)port);
            problem = null;
        }

        return problem is null;
    }

    internal static bool TryParseDevice(ReadOnlySpan<char> text, out Destination? value, out string? problem)
    {
        value = null;
        int colon = text.IndexOf(':');
        if (colon >= 0 && NameText.IsName(text[..colon]))
            problem = $"{Quoted.Text(text)} has a port, and none is needed here; write {text[..colon]}";
        else if (!NameText.IsName(text))
            problem = $"{Quoted.Text(text)} is not a device's name; {NameText.Rule}";
        else
        {
            value = new Destination(text.ToString(), null);
            problem = null;
        }

        return problem is null;
    }
}
