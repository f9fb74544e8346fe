using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class ComplaintTests(BotCity city)
{
    private const string What = "上周三去镇里交材料，窗口的人一直玩手机，让我白跑两趟";

    [Fact]
    public async Task A_complaint_reaches_the_back_office_in_nobodys_name()
    {
        var resident = await city.MetAsync();
        foreach (var words in (string[])["我要投诉", What]) await resident.SayAsync(words);
        var answer = string.Concat((await resident.SayAsync("匿名")).Select(spoken => spoken.Text));

        Assert.Contains("TS261124-7K2M9QXY", answer, StringComparison.Ordinal);
        Assert.Contains(city.Office.Complaints.Values, complaint => complaint.Words == What && complaint.Contact is null);
        Assert.All(city.Office.Asked.Where(asked => asked.Path.EndsWith("/complaints", StringComparison.Ordinal)), asked => Assert.Equal("", asked.Participant));
    }

    [Theory]
    [InlineData("ABCDE12345", "正在查")]
    [InlineData("ABCDE00000", "没找到这个投诉")]
    public async Task Its_answer_is_fetched_by_its_code(string code, string words) =>
        Assert.Contains(words, string.Concat((await (await city.MetAsync()).SayAsync($"查投诉 TS261124-7K2M9QXY {code}")).Select(spoken => spoken.Text)), StringComparison.Ordinal);

    [Fact]
    public async Task A_complaint_waits_for_a_back_office_that_is_down()
    {
        var resident = await city.MetAsync();
        const string what = "窗口十点了还不开门，让老人在外面站了一个钟头";
        foreach (var words in (string[])["我要投诉", what]) await resident.SayAsync(words);
        using (city.Office.GoDown()) await resident.SayAsync("匿名");
        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Text.Contains("TS261124-7K2M9QXY", StringComparison.Ordinal)));
        Assert.Single(city.Office.Complaints.Values, complaint => complaint.Words == what);
    }
}
