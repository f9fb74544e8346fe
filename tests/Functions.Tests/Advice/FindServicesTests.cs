using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Understanding;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Advice;

public sealed class FindServicesTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_service_is_found_by_what_somebody_says()
    {
        var found = await FindAsync("农村低保咋办", "zh");

        Assert.Equal(("D1.2", "service", "农村低保"), (found.Meanings[0].Code, found.Meanings[0].Kind, found.Meanings[0].Name));
    }

    [Fact]
    public async Task The_name_is_in_the_language_asked_for()
    {
        var found = await FindAsync("农村低保咋办", "en");

        Assert.Equal("Rural subsistence allowance", found.Meanings[0].Name);
    }

    [Fact]
    public async Task What_is_no_service_has_a_name_too()
    {
        var found = await FindAsync("我要投诉", "zh");

        Assert.Equal((true, Meanings.Complaint, "meaning", "投诉或者有意见"), (found.Sure, found.Meanings[0].Code, found.Meanings[0].Kind, found.Meanings[0].Name));
    }

    [Fact]
    public async Task Whoever_cannot_be_understood_is_offered_three_at_least()
    {
        var found = await FindAsync("qwrtzp", "zh");

        Assert.False(found.Sure);
        Assert.True(found.Meanings.Count >= 3);
    }

    [Theory]
    [InlineData("着火了！", "zh", "119", "119")]
    [InlineData("I want to kill myself", "en", "12356", "12356")]
    public async Task An_emergency_is_told_what_to_do_and_whom_to_call(string text, string language, string phone, string said)
    {
        var found = await FindAsync(text, language);

        Assert.Equal((true, Meanings.Emergency, phone), (found.Sure, found.Meanings[0].Code, found.Advice!.Call[0].Phone));
        Assert.Contains(said, found.Advice.Say, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("公积金怎么提取", "zh", "12329")]
    [InlineData("my pension has not arrived", "en", "12333")]
    [InlineData("讲个笑话", "zh", "12345")]
    public async Task What_the_bureau_does_not_do_is_said_with_who_does(string text, string language, string phone)
    {
        var found = await FindAsync(text, language);

        Assert.Equal((Meanings.OffTopic, phone), (found.Advice!.Code, found.Advice.Call.Single().Phone));
        Assert.Contains(phone, found.Advice.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fire_that_is_over_is_a_matter_for_aid()
    {
        var found = await FindAsync("家里着火烧没了,想申请救助", "zh");

        Assert.Contains("D3.1", found.Meanings.Take(3).Select(meaning => meaning.Code));
        Assert.Null(found.Advice);
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData("?text=", "text")]
    [InlineData("?text=%20%20", "text")]
    [InlineData("?text=a&text=b", "text")]
    [InlineData("?text=%E4%BD%8E%E4%BF%9D&lang=fr", "lang")]
    public async Task What_cannot_be_read_is_explained(string query, string field)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.FindServices + query, null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.UnprocessableEntity)]
    public async Task A_text_has_at_most_300_characters(int length, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, $"{Routes.FindServices}?text={new string('a', length)}", null);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Every_emergency_and_meaning_has_words_in_both_languages()
    {
        await using var office = await Office.OpenAsync(azurite);
        foreach (var said in (string[])["着火了", "他拿刀要砍我", "我爸晕倒了叫不醒", "我不想活了"])
        {
            var (chinese, english) = (await FindAsync(office, said, "zh"), await FindAsync(office, said, "en"));
            Assert.Equal((chinese.Advice!.Topic, true), (english.Advice!.Topic, chinese.Advice.Say != english.Advice.Say));
        }
    }

    private async Task<FoundMeanings> FindAsync(string text, string language)
    {
        await using var office = await Office.OpenAsync(azurite);
        return await FindAsync(office, text, language);
    }

    private static Task<FoundMeanings> FindAsync(Office office, string text, string language) =>
        office.GetAsync<FoundMeanings>($"{Routes.FindServices}?text={Uri.EscapeDataString(text)}&lang={language}", null);
}
