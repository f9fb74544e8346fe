using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData("138 1234 5678", "13812345678")]
    [InlineData("+86 138-1234-5678", "13812345678")]
    [InlineData("8613812345678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("0538-7251234", "05387251234")]
    [InlineData("（010）62345678", "01062345678")]
    public void A_number_is_read_as_people_type_it(string typed, string digits) => Assert.Equal(digits, PhoneNumber.Read(typed)?.Reveal());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("110")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("12812345678")]
    [InlineData("没有电话")]
    [InlineData("13812345678\n;")]
    public void What_is_no_number_is_not_read(string? typed) => Assert.Null(PhoneNumber.Read(typed));

    [Fact]
    public void It_prints_masked() => Assert.Equal("138****5678", $"{PhoneNumber.Read("13812345678")}");
}
