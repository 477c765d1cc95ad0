using System.Text;
using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>Notes that wait for a packet to be a comment of: in a capture nothing stands alone that Wireshark's list would show.</summary>
internal sealed class PendingNotes
{
    // A run with a fault each millisecond and hardly a packet should not write a comment of its own size.
    private const int Most = 100;

    private readonly List<NetworkNote> _notes = [];
    private int _left;

    public void Add(NetworkNote note)
    {
        if (_notes.Count < Most)
        {
            _notes.Add(note);
        }
        else
        {
            _left++;
        }
    }

    /// <summary>The comment for the next packet, one line for each note; null where there is none.</summary>
    public byte[]? Take()
    {
        if (_notes.Count == 0)
        {
            return null;
        }

        string left = _left > 0 ? $"\nand {_left} more" : "";
        byte[] comment = Encoding.UTF8.GetBytes(string.Join('\n', _notes) + left);
        _notes.Clear();
        _left = 0;
        return comment;
    }
}
