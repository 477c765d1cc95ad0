using System.Buffers.Binary;
using System.Net.Sockets;
using Wavetank.Sockets.Options;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <summary>Sets an option to a number.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Its value.</param>
    /// <exception cref="SocketException">
    /// The option is not known on Linux (OperationNotSupported), not for this kind of socket (ProtocolOption), or not with this value
    /// (InvalidArgument).
    /// </exception>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, int optionValue)
    {
        Enter();
        if (IsLinger(optionLevel, optionName) || GroupOption.IsSource(optionLevel, optionName))
        {
            throw new SocketException((int)SocketError.InvalidArgument);
        }

        if (GroupOption.IsMembership(optionLevel, optionName))
        {
            throw new SocketException((int)GroupOption.WithoutGroup(Transport, optionLevel));
        }

        // As Linux: it refuses what this kind of socket does not know; the platform, what Linux does not.
        ThrowOn(SocketOptionTable.Find(Transport, optionLevel, optionName)?.Set?.Invoke(Transport, optionValue)
            ?? (SocketOptionTable.IsKnown(optionLevel, optionName) ? SocketError.ProtocolOption : SocketError.OperationNotSupported));
    }

    /// <inheritdoc cref="SetSocketOption(SocketOptionLevel, SocketOptionName, int)"/>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue) =>
        SetSocketOption(optionLevel, optionName, optionValue ? 1 : 0);

    /// <summary>Sets an option to the bytes that Linux has for it: four for most; of an option of IPv4 one is enough, and a timeout has sixteen.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Its value.</param>
    /// <exception cref="SocketException">
    /// There are no bytes (Fault) or too few (InvalidArgument); else as for <see cref="SetSocketOption(SocketOptionLevel, SocketOptionName, int)"/>.
    /// </exception>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] optionValue)
    {
        Enter();

        // The platform hands on no address for an array without elements, nor for none.
        ThrowOn(optionValue is null or [] ? SocketError.Fault : SocketError.Success);
        if (IsLinger(optionLevel, optionName) && optionValue!.Length >= 2 * sizeof(int))
        {
            SetLinger(new LingerOption(BitConverter.ToInt32(optionValue) != 0, BitConverter.ToInt32(optionValue, sizeof(int))), nameof(optionValue));
            return;
        }

        int? value = OptionBytes.Read(optionLevel, optionName, optionValue);
        ThrowOn(value is null && SocketOptionTable.Find(Transport, optionLevel, optionName) is not null ? SocketError.InvalidArgument : SocketError.Success);
        SetSocketOption(optionLevel, optionName, value ?? 0);
    }

    /// <summary>
    /// Sets an option whose value is an object: Linger takes a <see cref="LingerOption"/>; AddMembership and DropMembership take a
    /// <see cref="MulticastOption"/> at the level IP, an <see cref="IPv6MulticastOption"/> at the level IPv6.
    /// </summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Its value.</param>
    /// <exception cref="ArgumentException">The option does not take such an object.</exception>
    /// <exception cref="SocketException">
    /// The address is no group (InvalidArgument), it is joined already (AddressAlreadyInUse) or not (AddressNotAvailable), or there is
    /// no such interface (SocketError).
    /// </exception>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, object optionValue)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(optionValue);
        if (GroupOption.IsMembership(optionLevel, optionName) && GroupOption.Read(Transport.Stack, optionLevel, optionValue) is { } group)
        {
            bool isKnown = optionLevel == SocketOptionLevel.IP || AddressFamily == AddressFamily.InterNetworkV6;
            ThrowOn(isKnown
                ? GroupOption.Change(Transport, optionName == SocketOptionName.AddMembership, group.Group, group.Interface, group.IsChosen)
                : SocketError.ProtocolOption);
            return;
        }

        if (!IsLinger(optionLevel, optionName) || optionValue is not LingerOption linger)
        {
            throw new ArgumentException($"The option {optionName} does not take a {optionValue.GetType().Name}.", nameof(optionValue));
        }

        SetLinger(linger, nameof(optionValue));
    }

    /// <summary>The value of an option: a number, or a <see cref="LingerOption"/>.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <exception cref="SocketException">The socket does not know the option (OperationNotSupported).</exception>
    public object? GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName)
    {
        Enter();
        return IsLinger(optionLevel, optionName) ? GetLinger() : RequireOption(optionLevel, optionName).Get(Transport);
    }

    /// <summary>The value of an option, as the bytes that the operating system has for it.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Takes the bytes, as many as fit.</param>
    /// <exception cref="SocketException">The socket does not know the option (OperationNotSupported).</exception>
    public void GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] optionValue)
    {
        ArgumentNullException.ThrowIfNull(optionValue);
        byte[] value = GetSocketOption(optionLevel, optionName, optionValue.Length);
        value.CopyTo(optionValue, 0);
    }

    /// <summary>The value of an option, as the bytes that the operating system has for it.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionLength">How many bytes are wanted at most.</param>
    /// <exception cref="SocketException">The socket does not know the option (OperationNotSupported).</exception>
    public byte[] GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, int optionLength)
    {
        Enter();
        ArgumentOutOfRangeException.ThrowIfNegative(optionLength);
        Span<byte> value = stackalloc byte[OptionBytes.Longest];
        if (IsLinger(optionLevel, optionName))
        {
            LingerOption linger = GetLinger();
            BinaryPrimitives.WriteInt32LittleEndian(value, linger.Enabled ? 1 : 0);
            BinaryPrimitives.WriteInt32LittleEndian(value[sizeof(int)..], linger.LingerTime);
            return value[..Math.Min(2 * sizeof(int), optionLength)].ToArray();
        }

        int number = RequireOption(optionLevel, optionName).Get(Transport);
        return value[..OptionBytes.Write(optionLevel, optionName, number, optionLength, value)].ToArray();
    }

    /// <summary>Asks or tells the socket something by a control code.</summary>
    /// <param name="ioControlCode">
    /// DataToRead gives the bytes that can be read, OobDataRead whether a stream stands at urgent data, which it never does; other codes are Windows'.
    /// </param>
    /// <param name="optionInValue">Not used.</param>
    /// <param name="optionOutValue">Takes the answer, four bytes.</param>
    /// <returns>Bytes written to <paramref name="optionOutValue"/>.</returns>
    /// <exception cref="PlatformNotSupportedException">The code is not known on Linux.</exception>
    /// <exception cref="SocketException">There is no room for the answer (Fault), or the socket is no stream that could stand at urgent data (SocketError).</exception>
    public int IOControl(IOControlCode ioControlCode, byte[]? optionInValue, byte[]? optionOutValue)
    {
        Enter();
        if (ioControlCode == IOControlCode.NonBlockingIO)
        {
            throw new InvalidOperationException("Set the Blocking property to change whether the socket blocks.");
        }

        if (ioControlCode is not (IOControlCode.DataToRead or IOControlCode.OobDataRead))
        {
            throw new PlatformNotSupportedException($"The control code {ioControlCode} is not known on Linux; set the option by SetSocketOption.");
        }

        bool asksForMark = ioControlCode == IOControlCode.OobDataRead;
        ThrowOn(asksForMark && SocketType != SocketType.Stream ? SocketError.SocketError
            : optionOutValue is not { Length: >= sizeof(int) } ? SocketError.Fault
            : SocketError.Success);

        // Urgent data stays in the stream (RFC 6093), so that no mark is ever met.
        BinaryPrimitives.WriteInt32LittleEndian(optionOutValue, asksForMark ? 0 : Available);
        return sizeof(int);
    }

    /// <inheritdoc cref="IOControl(IOControlCode, byte[], byte[])"/>
    public int IOControl(int ioControlCode, byte[]? optionInValue, byte[]? optionOutValue) =>
        IOControl((IOControlCode)unchecked((uint)ioControlCode), optionInValue, optionOutValue);

    private static bool IsLinger(SocketOptionLevel level, SocketOptionName name) =>
        level == SocketOptionLevel.Socket && name == SocketOptionName.Linger;

    private SocketOption RequireOption(SocketOptionLevel level, SocketOptionName name)
    {
        // The platform asks for the error at whatever level.
        level = name == SocketOptionName.Error ? SocketOptionLevel.Socket : level;

        // A membership can be changed but not read.
        bool isMembership = GroupOption.IsSource(level, name)
            || (GroupOption.IsMembership(level, name) && (level == SocketOptionLevel.IP || AddressFamily == AddressFamily.InterNetworkV6));

        // Linux's UDP over IPv6 answers otherwise than over IPv4 where it is asked for an option of TCP.
        bool isForeign = level == SocketOptionLevel.Tcp && SocketType == SocketType.Dgram && AddressFamily == AddressFamily.InterNetworkV6
            && SocketOptionTable.IsKnown(level, name);
        isForeign |= (level, name, AddressFamily) == (SocketOptionLevel.IPv6, SocketOptionName.HopLimit, AddressFamily.InterNetworkV6);
        return SocketOptionTable.Find(Transport, level, name)
            ?? throw new SocketException((int)(isMembership || isForeign ? SocketError.ProtocolOption : SocketError.OperationNotSupported));
    }

    private LingerOption GetLinger() => Transport.Settings.Tcp.LingerState ?? new LingerOption(false, 0);

    private void SetLinger(LingerOption linger, string name)
    {
        if (linger.LingerTime is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"A linger time lies between 0 and {ushort.MaxValue} seconds, not at {linger.LingerTime}.", name);
        }

        Transport.Settings.Tcp.LingerState = new LingerOption(linger.Enabled, linger.LingerTime);
    }
}
