using CsCheck;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("张三", "张三")]
    [InlineData(" 欧阳 娜娜 ", "欧阳 娜娜")]
    [InlineData("买买提•吐尔逊", "买买提·吐尔逊")]
    [InlineData("Mary O'Neil-Smith", "Mary O'Neil-Smith")]
    [InlineData("𠮷野", "𠮷野")]
    public void A_name_is_read(string typed, string name) => Assert.Equal(name, PersonName.Read(typed)?.Reveal());

    [Theory]
    [InlineData(null)]
    [InlineData("张")]
    [InlineData("张3")]
    [InlineData("<script>")]
    [InlineData("13812345678")]
    [InlineData("张\u202E三")]
    public void What_cannot_be_a_name_is_not_read(string? typed) => Assert.Null(PersonName.Read(typed));

    [Theory]
    [InlineData("买买提 · 艾力", "买买提·艾力")]
    [InlineData("买买提•艾力", "买买提・艾力")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Mary ann", "MARY ANN")]
    public void One_name_written_in_two_ways_is_the_same(string one, string other) => Assert.True(PersonName.AreSame(one, other));

    [Theory]
    [InlineData("张三", "张三丰")]
    [InlineData("张三", null)]
    [InlineData(null, null)]
    public void Another_name_is_not(string? one, string? other) => Assert.False(PersonName.AreSame(one, other));

    [Fact]
    public void Fifty_characters_are_a_name() => Assert.NotNull(PersonName.Read(new string('张', 50)));

    [Fact]
    public void More_than_fifty_characters_are_not() => Assert.Null(PersonName.Read(new string('张', 51)));

    [Theory]
    [InlineData("张三丰", "张*")]
    [InlineData("𠮷野", "𠮷*")]
    public void It_prints_masked(string name, string masked) => Assert.Equal(masked, $"{PersonName.Read(name)}");

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(text => PersonName.Read(text) is null or { Masked.Length: > 0 });
}
