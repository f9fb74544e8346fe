using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class WrittenIdsTests
{
    [Theory]
    [InlineData("身份证370982197001010016，一致", "身份证370982********0016，一致")]
    [InlineData("370982 19700101 0016", "370982********0016")]
    [InlineData("37098219700101001x", "370982********001x")]
    [InlineData("３７０９８２１９７００１０１００１６", "370982********0016")]
    [InlineData("370982197001010017 and 370982197001010016", "370982********0017 and 370982********0016")]
    public void A_number_in_free_words_keeps_its_head_and_tail_only(string written, string kept) => Assert.Equal(kept, WrittenIds.Masked(written));

    [Theory]
    [InlineData("每月 1,720 元，电话 0538-7000103")]
    [InlineData("卡号 6217000010001234567")]
    [InlineData("备案 202611240000000118")]
    public void Other_numbers_stay(string written) => Assert.Equal(written, WrittenIds.Masked(written));
}
