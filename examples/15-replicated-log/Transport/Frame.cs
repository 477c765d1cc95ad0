using System.Buffers.Binary;
using ReplicatedLog.Raft;

namespace ReplicatedLog.Transport;

/// <summary>A message as bytes: the length of what follows in four, its kind in one, its fields.</summary>
internal static class Frame
{
    private const int LengthSize = 4;

    public static byte[] Of(Message message)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0);
        Write(writer, message);
        byte[] bytes = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - LengthSize);
        return bytes;
    }

    /// <summary>The next message of a stream; null at its end.</summary>
    public static async Task<Message?> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        byte[] length = new byte[LengthSize];
        if (await stream.ReadAtLeastAsync(length, LengthSize, throwOnEndOfStream: false, cancellationToken) < LengthSize)
        {
            return null;
        }

        byte[] body = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        using var reader = new BinaryReader(new MemoryStream(body));
        return Read(reader);
    }

    private static void Write(BinaryWriter writer, Message message)
    {
        switch (message)
        {
            case VoteRequest request:
                Write(writer, 1, request.Term, request.Candidate, request.LastIndex, request.LastTerm);
                break;
            case VoteReply reply:
                Write(writer, 2, reply.Term, reply.Voter, reply.IsGranted ? 1 : 0);
                break;
            case AppendRequest request:
                Write(writer, 3, request.Term, request.Leader, request.PreviousIndex, request.PreviousTerm, request.Commit, request.Entries.Length);
                foreach (Entry entry in request.Entries)
                {
                    writer.Write(entry.Term);
                    Write(writer, entry.Command);
                }

                break;
            case AppendReply reply:
                Write(writer, 4, reply.Term, reply.Follower, reply.IsMatch ? 1 : 0, reply.Index);
                break;
            case ClientRequest request:
                Write(writer, 5);
                Write(writer, request.Command);
                break;
            case ClientReply reply:
                Write(writer, 6, reply.Sequence, reply.IsDone ? 1 : 0, reply.Value, reply.Leader);
                break;
            default:
                throw new ArgumentException($"There is no frame for {message.GetType().Name}.", nameof(message));
        }
    }

    private static void Write(BinaryWriter writer, byte kind, params ReadOnlySpan<long> fields)
    {
        writer.Write(kind);
        foreach (long field in fields)
        {
            writer.Write(field);
        }
    }

    private static void Write(BinaryWriter writer, Command command) =>
        Write(writer, (byte)command.Kind, command.Client, command.Sequence, command.Value);

    private static Message Read(BinaryReader reader)
    {
        byte kind = reader.ReadByte();
        return kind switch
        {
            1 => new VoteRequest(Long(), Int(), Long(), Long()),
            2 => new VoteReply(Long(), Int(), Flag()),
            3 => ReadAppendRequest(),
            4 => new AppendReply(Long(), Int(), Flag(), Long()),
            5 => new ClientRequest(ReadCommand()),
            6 => new ClientReply(Long(), Flag(), Long(), Int()),
            _ => throw new InvalidDataException($"There is no message of kind {kind}."),
        };

        long Long() => reader.ReadInt64();
        int Int() => (int)reader.ReadInt64();
        bool Flag() => reader.ReadInt64() != 0;

        AppendRequest ReadAppendRequest()
        {
            (long term, int leader, long previousIndex, long previousTerm, long commit) = (Long(), Int(), Long(), Long(), Long());
            var entries = new Entry[Int()];
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i] = new Entry(Long(), ReadCommand());
            }

            return new AppendRequest(term, leader, previousIndex, previousTerm, entries, commit);
        }

        Command ReadCommand()
        {
            var what = (CommandKind)reader.ReadByte();
            return new Command(Int(), Long(), what, Long());
        }
    }
}
