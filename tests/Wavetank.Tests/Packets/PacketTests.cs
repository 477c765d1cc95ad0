using Wavetank.Packets;

namespace Wavetank.Tests.Packets;

public sealed class PacketTests
{
    [Fact]
    public void Nobody_outside_can_write_to_a_packet()
    {
        Assert.All(typeof(Packet).GetFields(), field => Assert.True(field.IsLiteral, field.Name));
        Assert.All(typeof(Packet).GetProperties(), property =>
        {
            Assert.False(property.GetSetMethod() is not null, property.Name);

            // What is given by reference is marked as not to be written to.
            Assert.True(!property.PropertyType.IsByRef || property.GetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.InteropServices.InAttribute)), property.Name);
        });
        Assert.Contains(typeof(Packet).GetProperties(), property => property is { Name: "Tcp", PropertyType.IsByRef: true });
    }
}
