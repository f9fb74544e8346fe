namespace OneVisit.Domain.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void Comparison_does_not_round() => Assert.True(new Money(729.999999m) < new Money(730));

    [Theory]
    [InlineData(325.125, 325.13)]
    [InlineData(325.124, 325.12)]
    public void Half_a_fen_is_rounded_up(decimal exact, decimal fen) => Assert.Equal(new Money(fen), new Money(exact).ToFen());

    [Theory]
    [InlineData("1300.50", "1300.5")]
    [InlineData("730.00", "730")]
    public void It_prints_without_useless_zeros(string yuan, string printed) =>
        Assert.Equal(printed, $"{new Money(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture))}");
}
