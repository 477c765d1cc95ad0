namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>The bytes that scripts send and write: a script says how many, not which.</summary>
internal static class Payload
{
    public static byte[] Of(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = (byte)i;
        return bytes;
    }
}
