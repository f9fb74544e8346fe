namespace OneVisit.Domain.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("zh-CN", Language.Chinese)]
    [InlineData("en", Language.English)]
    [InlineData("en-GB,en;q=0.9,zh;q=0.8", Language.English)]
    [InlineData("de-DE", Language.Chinese)]
    [InlineData(null, Language.Chinese)]
    public void Whatever_is_not_English_is_Chinese(string? code, Language language) => Assert.Equal(language, Languages.Parse(code));
}
