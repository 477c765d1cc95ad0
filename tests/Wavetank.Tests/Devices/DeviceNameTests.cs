using Wavetank.Devices;

namespace Wavetank.Tests.Devices;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Server-1")]
    [InlineData("db.example")]
    [InlineData("3com")]
    public void Host_names_are_taken(string name)
    {
        using var network = new Network();

        Assert.Equal(name, network.AddHost(name).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    public void Other_names_are_refused(string name)
    {
        using var network = new Network();

        Assert.Equal("name", Assert.Throws<ArgumentException>(() => network.AddHost(name)).ParamName);
    }

    [Fact]
    public void A_name_is_one_devices_whatever_its_case()
    {
        using var network = new Network();
        network.AddHost("server");

        Assert.Contains("already", Assert.Throws<ArgumentException>(() => network.AddRouter("SERVER")).Message, StringComparison.Ordinal);
    }
}
