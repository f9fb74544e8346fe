using System.Text.Json;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class MaskedNameTests
{
    [Theory]
    [InlineData("张*")]
    [InlineData("𠮷*")]
    [InlineData("J*")]
    public void One_character_and_a_star_is_a_masked_name(string text) => Assert.Equal(text, new MaskedName(text).ToString());

    [Theory]
    [InlineData("张桂兰")]
    [InlineData("张桂*")]
    [InlineData("张**")]
    [InlineData("张")]
    [InlineData("**")]
    [InlineData(" *")]
    [InlineData("")]
    public void More_than_that_cannot_be_held(string text) => Assert.Throws<ArgumentException>(() => new MaskedName(text));

    [Fact]
    public void A_name_that_was_refused_is_not_in_the_message() =>
        Assert.DoesNotContain("桂", Assert.Throws<ArgumentException>(() => new MaskedName("张桂兰")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nor_is_it_read_from_what_was_stored() => Assert.Throws<ArgumentException>(() => JsonSerializer.Deserialize<MaskedName>("\"张桂兰\""));

    [Fact]
    public void Every_name_masks_to_one() => Assert.Equal("欧*", new MaskedName(PersonName.Read("欧阳娜娜")!.Masked).ToString());
}
