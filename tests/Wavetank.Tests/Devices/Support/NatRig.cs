using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Devices.Support;

/// <summary>client, other - nat - router - server, third.</summary>
public abstract class NatRig : IDisposable
{
    private protected const ushort Port = 4000;

    private protected readonly Network Net = new();
    private protected Nat Nat = null!;
    private protected Host Client = null!;
    private protected Host Other = null!;
    private protected Host Server = null!;
    private protected Host Third = null!;
    private protected PacketLog Log = null!;

    public void Dispose() => Net.Dispose();

    private protected Address Outside => Address.FromIPAddress(Nat.OutsideAddress);

    private protected void Build(NatOptions? options = null, int insideMtu = 1500)
    {
        Nat = Net.AddNat("nat", options);
        Router router = Net.AddRouter("router");
        Client = Net.AddHost("client");
        Other = Net.AddHost("other");
        Server = Net.AddHost("server");
        Third = Net.AddHost("third");
        Net.Connect(Nat, router);
        Net.Connect(Client, Nat, new LinkOptions { Mtu = insideMtu });
        Net.Connect(Other, Nat);
        Net.Connect(router, Server);
        Net.Connect(router, Third);
        Log = new PacketLog(Net);
        Net.Run();
    }
}
