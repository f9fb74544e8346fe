using System.Text;
using OneVisit.Local.DirectLine.Tests.City;
using OneVisit.Local.DirectLine.Tests.Foreign;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>The operations of the Bot Connector, called by the client of JavaScript's <c>botframework-connector</c>, which checks each answer against the service's contract.</summary>
public sealed class ConnectorJs
{
    [Fact]
    public async Task It_speaks_and_replies_and_changes_and_withdraws()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        var said = await connector.CallAsync("sendToConversation", page.Conversation, new { type = "message", text = "one" });
        var reply = await connector.CallAsync("replyToActivity", page.Conversation, said.Id, new { type = "message", text = "two", replyToId = said.Id });
        await connector.CallAsync("updateActivity", page.Conversation, said.Id, new { type = "message", text = "ONE" });
        Assert.Equal(["welcome dl_zhang", "ONE", "two"], (await page.HistoryAsync()).Texts);
        await connector.CallAsync("deleteActivity", page.Conversation, reply.Id);
        Assert.Equal(["welcome dl_zhang", "ONE"], (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task It_is_told_who_takes_part()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        var members = await connector.CallAsync("getConversationMembers", page.Conversation);
        Assert.Equal([("dl_zhang", "张三"), ("onevisit-bot", "OneVisit")], members.Body.EnumerateArray().Select(member => (member.GetProperty("id").GetString(), member.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task It_is_told_page_by_page_who_takes_part()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        var members = await connector.CallAsync("getConversationPagedMembers", page.Conversation);
        Assert.Equal("dl_zhang", members.Body.GetProperty("members")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task It_is_told_who_received_what_it_said()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        var said = await connector.CallAsync("sendToConversation", page.Conversation, new { type = "message", text = "one" });
        Assert.Equal("dl_zhang", (await connector.CallAsync("getActivityMembers", page.Conversation, said.Id)).Body[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task It_finds_one_member()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        Assert.Equal("张三", (await connector.CallAsync("getConversationMember", page.Conversation, "dl_zhang")).Body.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_member_who_is_not_there_is_404()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        var refusal = await Assert.ThrowsAsync<ForeignRefusal>(() => connector.CallAsync("getConversationMember", page.Conversation, "dl_li"));
        Assert.Equal((404, "MemberNotFound"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_file_it_uploads_reaches_the_page_by_a_private_link()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var page = await city.OpenPageAsync();
        var link = $"{city.Options.ServiceUrl}v3/attachments/{await UploadAsync(connector, page)}/views/original";
        var file = (object[])[new { name = "通知书.pdf", contentType = "application/pdf", contentUrl = link }];
        await connector.CallAsync("sendToConversation", page.Conversation, new { type = "message", text = "letter", attachments = file });
        var shown = (await page.HistoryAsync()).Activities[^1].GetProperty("attachments")[0].GetProperty("contentUrl").GetString();
        Assert.Equal("%PDF-1.7", Encoding.UTF8.GetString(await city.Http.GetByteArrayAsync(shown)));
    }

    [Fact]
    public async Task It_reads_what_it_uploaded()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var id = await UploadAsync(connector, await city.OpenPageAsync());
        var info = await connector.CallAsync("attachments", "getAttachmentInfo", [id]);
        var view = info.Body.GetProperty("views")[0];
        Assert.Equal(("通知书.pdf", "application/pdf", "original", 8),
            (info.Body.GetProperty("name").GetString(), info.Body.GetProperty("type").GetString(), view.GetProperty("viewId").GetString(), view.GetProperty("size").GetInt32()));
        var bytes = await connector.CallAsync("attachments", "getAttachment", [id, "original"]);
        Assert.Equal("%PDF-1.7", Encoding.UTF8.GetString(bytes.Body.GetBytesFromBase64()));
    }

    [Fact]
    public async Task Starting_a_conversation_is_refused_in_so_many_words()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city);
        var refusal = await Assert.ThrowsAsync<ForeignRefusal>(() => connector.CallAsync("createConversation", new { bot = new { id = "b" }, isGroup = false }));
        Assert.Equal((501, "NotSupported"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task The_wrong_password_gets_it_nowhere()
    {
        await using var city = await LocalCity.StartAsync();
        await using var connector = await ForeignConnector.OpenAsync(city, "wrong");
        var page = await city.OpenPageAsync();
        var refusal = await Assert.ThrowsAsync<ForeignRefusal>(() => connector.CallAsync("sendToConversation", page.Conversation, new { type = "message", text = "one" }));
        Assert.Equal(401, refusal.Status);
    }

    private static async Task<string> UploadAsync(ForeignConnector connector, Page page) =>
        (await connector.CallAsync("uploadAttachment", page.Conversation, new { name = "通知书.pdf", type = "application/pdf", originalBase64 = "JVBERi0xLjc=" })).Id;
}
