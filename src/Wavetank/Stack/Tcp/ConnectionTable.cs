using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

/// <summary>Connections by their four-tuple: open addressing, linear probing. Nothing ever enumerates it.</summary>
internal sealed class ConnectionTable
{
    private TcpConnection?[] _slots = new TcpConnection?[1];

    public int Count { get; private set; }

    public TcpConnection? Find(in TransportAddress local, in TransportAddress remote)
    {
        TcpConnection?[] slots = _slots;
        int mask = slots.Length - 1;
        for (int i = Hash(in local, in remote) & mask; ; i = (i + 1) & mask)
        {
            if (slots[i] is not { } connection)
            {
                return null;
            }

            if (connection.Remote == remote && connection.Local == local)
            {
                return connection;
            }
        }
    }

    public void Add(TcpConnection connection)
    {
        if (++Count * 2 > _slots.Length)
        {
            TcpConnection?[] old = _slots;
            _slots = new TcpConnection?[old.Length * 2];
            foreach (TcpConnection? moved in old)
            {
                if (moved is not null)
                {
                    Place(moved);
                }
            }
        }

        Place(connection);
    }

    public void Remove(TcpConnection connection)
    {
        int mask = _slots.Length - 1;
        int hole = Hash(connection.Local, connection.Remote) & mask;
        while (_slots[hole] != connection)
        {
            if (_slots[hole] is null)
            {
                return;
            }

            hole = (hole + 1) & mask;
        }

        // Close the gap, so that no probe stops too early (Knuth, TAOCP 3, 6.4, algorithm R).
        Count--;
        for (int i = (hole + 1) & mask; _slots[i] is { } next; i = (i + 1) & mask)
        {
            int home = Hash(next.Local, next.Remote) & mask;
            if (((i - home) & mask) >= ((i - hole) & mask))
            {
                _slots[hole] = next;
                hole = i;
            }
        }

        _slots[hole] = null;
    }

    private static int Hash(in TransportAddress local, in TransportAddress remote)
    {
        ulong ports = ((ulong)local.Port << 16) | remote.Port;
        ulong hash = (remote.Address.Low ^ ports) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 29) ^ local.Address.Low ^ remote.Address.High) * 0xBF58476D1CE4E5B9;
        return (int)(hash >> 33);
    }

    private void Place(TcpConnection connection)
    {
        int mask = _slots.Length - 1;
        int i = Hash(connection.Local, connection.Remote) & mask;
        while (_slots[i] is not null)
        {
            i = (i + 1) & mask;
        }

        _slots[i] = connection;
    }
}
