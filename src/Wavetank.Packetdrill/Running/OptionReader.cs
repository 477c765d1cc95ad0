using System.Globalization;
using System.Net;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running;

/// <summary>Brings the options at a script's head to the host's settings.</summary>
internal static class OptionReader
{
    private const int UsualMtu = 1500;
    private const int UsualMtuV6 = 1520;

    public static HostSettings Read(Script script, ScriptOptions options)
    {
        var settings = new HostSettings { IsIPv6 = options.IPv6, Seed = options.Seed, InitialSequence = options.InitialSequence };
        foreach (ScriptOption option in script.Options)
        {
            if (option.Name == "ip_version")
                settings.IsIPv6 = option.Value == "ipv6" || (option.Value == "ipv4" ? false : throw NotModelled(option));
        }

        settings.Mtu = options.Mtu > 0 ? options.Mtu : settings.IsIPv6 ? UsualMtuV6 : UsualMtu;
        foreach (ScriptOption option in script.Options)
            Apply(option, settings);
        return settings;
    }

    private static void Apply(ScriptOption option, HostSettings settings)
    {
        switch (option.Name)
        {
            case "ip_version":
                break;
            case "mtu":
                settings.Mtu = (int)Number(option, 68, ushort.MaxValue);
                break;
            case "bind_port":
                settings.BindPort = (ushort)Number(option, 1, ushort.MaxValue);
                break;
            case "connect_port":
                settings.ConnectPort = (ushort)Number(option, 1, ushort.MaxValue);
                break;
            case "tolerance_usecs":
                settings.Tolerance = Number(option, 0, 1_000_000_000) * 1000;
                break;
            case "tolerance_percent":
                break;
            case "tcp_ts_tick_usecs":
                settings.TimestampTick = Number(option, 0, 1_000_000) * 1000;
                break;
            case "local_ip":
                settings.Local = AddressOf(option);
                break;
            case "remote_ip":
                settings.Remote = AddressOf(option);
                break;

            // Of the machine, or of the tool's own reports.
            case "send_omit_free" or "non_fatal" or "verbose" or "dry_run" or "gateway_ip" or "netmask_ip" or "speed" or "persistent_tun_dev"
                or "tun_dev" or "mss" or "debug" or "so_filename" or "code_command" or "code_format" or "code_sockopt" or "define" or "init_scripts":
                break;
            default:
                throw NotModelled(option);
        }
    }

    private static long Number(ScriptOption option, long least, long most) =>
        long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most
            ? value
            : throw new ScriptFailure(option.Place, $"--{option.Name} takes a number between {least} and {most}, not '{option.Value}'");

    private static Address AddressOf(ScriptOption option) => IPAddress.TryParse(option.Value, out IPAddress? address)
        ? Address.FromIPAddress(address)
        : throw new ScriptFailure(option.Place, $"--{option.Name} takes an IP address, not '{option.Value}'");

    private static NotApplicableException NotModelled(ScriptOption option) =>
        new(option.Place, $"the option --{option.Name}{(option.Value.Length > 0 ? "=" : "")}{option.Value} is not modelled");
}
