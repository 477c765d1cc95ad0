using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Tests.Statistics;

public sealed class StudentTTests
{
    // NIST/SEMATECH e-Handbook of Statistical Methods, §1.3.6.7.2, "Critical Values of the Student's t Distribution": two-sided.
    [Theory]
    [InlineData(1, 0.95, 12.706)]
    [InlineData(1, 0.99, 63.657)]
    [InlineData(2, 0.95, 4.303)]
    [InlineData(3, 0.80, 1.638)]
    [InlineData(4, 0.95, 2.776)]
    [InlineData(5, 0.99, 4.032)]
    [InlineData(9, 0.90, 1.833)]
    [InlineData(9, 0.95, 2.262)]
    [InlineData(10, 0.95, 2.228)]
    [InlineData(19, 0.95, 2.093)]
    [InlineData(29, 0.99, 2.756)]
    [InlineData(60, 0.95, 2.000)]
    [InlineData(100, 0.998, 3.174)]
    public void Critical_values_are_those_of_the_published_table(double degrees, double confidence, double published) =>
        Assert.Equal(published, StudentT.Critical(degrees, confidence), 0.0006);

    [Fact]
    public void With_one_degree_of_freedom_it_is_the_tangent_of_Cauchys_distribution() =>
        Assert.Equal(Math.Tan(Math.PI * 0.95 / 2), StudentT.Critical(1, 0.95), 1e-10);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void With_two_degrees_of_freedom_it_is_the_closed_form(double confidence) =>
        Assert.Equal(confidence * Math.Sqrt(2 / (1 - (confidence * confidence))), StudentT.Critical(2, confidence), 1e-11);

    [Fact]
    public void With_very_many_degrees_of_freedom_it_is_that_of_the_normal_distribution() =>
        Assert.Equal(1.959963985, StudentT.Critical(1e9, 0.95), 5e-6);

    [Fact]
    public void Degrees_that_are_not_whole_lie_between_their_neighbours() =>
        Assert.InRange(StudentT.Critical(7.5, 0.95), StudentT.Critical(8, 0.95), StudentT.Critical(7, 0.95));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    public void Confidence_must_lie_between_nothing_and_certainty(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Critical(5, confidence));

    [Fact]
    public void Its_last_bit_is_what_it_was() =>
        Assert.Equal(4612276343877733082, BitConverter.DoubleToInt64Bits(StudentT.Critical(9, 0.95)));
}
