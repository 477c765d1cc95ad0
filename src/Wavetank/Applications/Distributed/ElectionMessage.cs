using System.Buffers.Binary;

namespace Wavetank.Applications.Distributed;

/// <summary>A message of a leader election: a byte that says what it is, the sender's term, and a byte for yes or no.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Term">The sender's term.</param>
/// <param name="IsGranted">Of a vote: whether it is given.</param>
internal readonly record struct ElectionMessage(ElectionMessage.Sorts Sort, long Term, bool IsGranted = false)
{
    private const int Size = 10;

    internal enum Sorts : byte
    {
        /// <summary>A candidate asks for a vote.</summary>
        Request = 1,

        /// <summary>The answer.</summary>
        Vote,

        /// <summary>A leader says that it is there.</summary>
        Heartbeat,

        /// <summary>The answer, by which a leader learns that there is a later term.</summary>
        Acknowledgment,
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ElectionMessage message)
    {
        message = default;
        if (bytes.Length != Size || bytes[0] is < (byte)Sorts.Request or > (byte)Sorts.Acknowledgment)
        {
            return false;
        }

        message = new ElectionMessage((Sorts)bytes[0], BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), bytes[^1] != 0);
        return true;
    }

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Size];
        bytes[0] = (byte)Sort;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Term);
        bytes[^1] = IsGranted ? (byte)1 : (byte)0;
        return bytes;
    }
}
