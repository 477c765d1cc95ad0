namespace Wavetank.Packets;

/// <summary>A place at which packets are seen. It describes itself when somebody asks: of most places of a large network nobody ever does.</summary>
internal interface IPacketPlace
{
    PacketPoint DescribePoint();
}
