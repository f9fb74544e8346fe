using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Who comes back when no token lives any more: a new conversation of the channel, and the same talk.</summary>
[Collection(CityCollection.Name)]
public sealed class ComingBackTests(BotCity city)
{
    private const int Refused = 403;
    private const int NotUnderstood = 400;

    private readonly HttpClient browser = Browsers.New();

    [Fact]
    public async Task While_the_token_lives_all_that_was_said_is_there()
    {
        var talker = await JoinedAsync();
        var again = await OpenAsync();

        Assert.Equal((talker.Conversation, true), ((string?)again["conversationId"], (bool)again["returning"]!));
    }

    [Fact]
    public async Task A_page_that_was_opened_and_never_spoke_begins_its_conversation_the_next_time()
    {
        var first = await OpenAsync();
        var again = await OpenAsync();

        Assert.Equal(((string?)first["conversationId"], false), ((string?)again["conversationId"], (bool)again["returning"]!));
    }

    [Fact]
    public async Task A_day_later_it_is_a_new_conversation_of_the_same_person_who_is_told_where_they_were()
    {
        var before = await JoinedAsync();
        await before.SayAsync("丈夫病逝，家里有老人和两个上学的孩子，靠我当保洁的工资过不下去");

        var after = await ADayLaterAsync(before);
        await after.JoinAsync();

        Assert.Equal((before.UserId, true), (after.UserId, before.Conversation != after.Conversation));
        Assert.Contains("上次说到", after.Heard[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_half_filled_in_goes_on_in_the_new_conversation()
    {
        var before = await JoinedAsync();
        await city.RememberAsync(before.Conversation, talk => talk with { Resident = talk.Resident! with { Stage = Stage.Phone, Applying = true, Draft = new Draft { Name = "张三", IdNumber = "370982197001010016", Privacy = "v1" } } });

        var after = await ADayLaterAsync(before);
        await after.JoinAsync();
        await after.SayAsync("13800005678");

        Assert.Contains("农村低保", after.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains("13800005678", await city.MemoryOfAsync(after.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_while_nobody_looked_is_told_again_in_the_new_conversation_and_only_once()
    {
        var before = await JoinedAsync();
        await TellAsync(before, "XT261124-BACK01", before.Conversation);

        var after = await ADayLaterAsync(before);
        await after.JoinAsync();
        var told = after.Heard.Count(spoken => spoken.Content.Contains("BACK01", StringComparison.Ordinal));
        await after.SayAsync("你好");
        var last = await ADayLaterAsync(after);
        await last.JoinAsync();

        Assert.Equal((1, 0), (told, last.Heard.Count(spoken => spoken.Content.Contains("BACK01", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_came_between_the_token_and_the_first_word_is_not_lost()
    {
        var before = await JoinedAsync();
        var after = await ADayLaterAsync(before);
        await TellAsync(before, "XT261124-BACK02", before.Conversation);

        await after.JoinAsync();

        Assert.Contains(after.Heard, spoken => spoken.Content.Contains("BACK02", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_longer_theirs_is_not_told_again()
    {
        var before = await JoinedAsync();
        await city.RememberAsync(before.Conversation, talk => talk.HavingTold(Sample.Notice(city.ParticipantOf(before), NoticeKinds.CaseApproved, "XT261124-BACK03", null), before.Conversation));

        var after = await ADayLaterAsync(before);
        await after.JoinAsync();

        Assert.DoesNotContain(after.Heard, spoken => spoken.Content.Contains("BACK03", StringComparison.Ordinal));
        Assert.NotEmpty(after.Heard);
    }

    [Fact]
    public async Task What_comes_later_is_told_in_the_newest_conversation()
    {
        var before = await JoinedAsync();
        var after = await ADayLaterAsync(before);
        await after.JoinAsync();

        await TellAsync(after, "XT261124-BACK04", after.Conversation);

        Assert.DoesNotContain(before.Heard, spoken => spoken.Content.Contains("BACK04", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_to_the_old_conversation_reaches_the_new_one()
    {
        var before = await JoinedAsync();
        var book = city.Services.GetRequiredService<ConversationBook>();
        var old = (await book.FindAsync(city.ParticipantOf(before)))!.Json;
        var after = await ADayLaterAsync(before);
        await after.JoinAsync();
        await book.SaveAsync(city.ParticipantOf(before), old);

        await TellAsync(after, "XT261124-BACK05", after.Conversation);

        Assert.DoesNotContain(before.Heard, spoken => spoken.Content.Contains("BACK05", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_speaks_on_an_old_page_is_answered_there_and_still_told_where_they_are_now()
    {
        var before = await JoinedAsync();
        var after = await ADayLaterAsync(before);
        await after.JoinAsync();

        Assert.NotEmpty(await before.SayAsync("你好"));

        await TellAsync(after, "XT261124-BACK06", after.Conversation);
    }

    [Fact]
    public async Task Of_pages_that_open_at_once_all_get_the_same_conversation()
    {
        var before = await JoinedAsync();
        city.Channel.Ended[before.Conversation] = Refused;

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync()));

        Assert.NotEqual(before.Conversation, Assert.Single(opened.Select(each => (string?)each["conversationId"]).Distinct()));
    }

    [Fact]
    public async Task A_refusal_that_says_nothing_of_the_conversation_is_logged_without_naming_anybody()
    {
        var before = await JoinedAsync();
        city.Channel.Ended[before.Conversation] = NotUnderstood;
        var lines = city.Logs.Lines.Count;

        var after = await OpenAsync();

        Assert.NotEqual(before.Conversation, (string?)after["conversationId"]);
        var line = Assert.Single(city.Logs.Lines.Skip(lines), line => line.Contains("400 MissingProperty", StringComparison.Ordinal));
        Assert.DoesNotContain("dl_r-", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_channel_is_silent_nobody_is_moved_to_a_new_conversation()
    {
        var before = await JoinedAsync();
        city.Channel.Ended[before.Conversation] = 503;
        using var refused = await browser.AskAsync(city.Url, HttpMethod.Post, "session");
        city.Channel.Ended.Remove(before.Conversation, out _);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, before.Conversation), (refused.StatusCode, (string?)(await OpenAsync())["conversationId"]));
    }

    [Fact]
    public async Task An_open_page_keeps_the_token_of_its_conversation_alive()
    {
        var talker = await JoinedAsync();
        var renewed = city.Channel.Renewed;

        Assert.Equal(talker.Conversation, await KeptAsync());
        Assert.Equal(renewed + 1, city.Channel.Renewed);
    }

    [Fact]
    public async Task Keeping_begins_nothing()
    {
        var stranger = await Browsers.New().AskAsync(city.Url, HttpMethod.Post, "session/keep");
        var before = await JoinedAsync();
        city.Channel.Ended[before.Conversation] = Refused;
        var begun = city.Channel.Begun.Count;

        Assert.Equal((null, null), (await ConversationOfAsync(stranger), await KeptAsync()));
        Assert.Equal(begun, city.Channel.Begun.Count);
    }

    [Fact]
    public async Task No_token_lies_open_in_the_store_or_in_a_cookie()
    {
        var opened = await browser.AskAsync(city.Url, HttpMethod.Post, "session");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        var conversation = (string)(await JsonAsync(opened))["conversationId"]!;
        var blobs = new BlobContainerClient(city.Connection, city.Prefix + "bot");

        await foreach (var blob in blobs.GetBlobsAsync())
            Assert.DoesNotContain("token-" + conversation, (await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(conversation, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_come_back_see_their_work_in_the_new_conversation()
    {
        var officer = await Browsers.OfStaffAsync(city.Url, "zhai-comes-back");
        var before = TalkerOf(await JsonAsync(await officer.AskAsync(city.Url, HttpMethod.Post, "staff/session")));
        await before.JoinAsync();
        city.Channel.Ended[before.Conversation] = Refused;
        var after = TalkerOf(await JsonAsync(await officer.AskAsync(city.Url, HttpMethod.Post, "staff/session")));

        await after.JoinAsync();

        Assert.NotEqual(before.Conversation, after.Conversation);
        Assert.NotEmpty(after.Heard);
    }

    private async Task<Talker> JoinedAsync()
    {
        var talker = TalkerOf(await OpenAsync());
        await talker.JoinAsync();
        return talker;
    }

    // No token of the old conversation lives any more.
    private async Task<Talker> ADayLaterAsync(Talker before)
    {
        city.Channel.Ended[before.Conversation] = Refused;
        var opened = await OpenAsync();
        Assert.False((bool)opened["returning"]!);
        return TalkerOf(opened);
    }

    private async Task TellAsync(Talker to, string caseId, string conversation)
    {
        await city.Services.GetRequiredService<NoticeQueue>().SendAsync(city.Office.Wrote(Sample.Accepted(city.ParticipantOf(to), caseId)));
        await city.Channel.UntilAsync(conversation, said => said.Any(spoken => spoken.Content.Contains(caseId, StringComparison.Ordinal)));
    }

    private Talker TalkerOf(JsonNode opened) => new(city, (string)opened["userId"]!, (string)opened["conversationId"]!, "zh-CN");

    private async Task<JsonNode> OpenAsync() => await JsonAsync(await browser.AskAsync(city.Url, HttpMethod.Post, "session"));

    private async Task<string?> KeptAsync() => await ConversationOfAsync(await browser.AskAsync(city.Url, HttpMethod.Post, "session/keep"));

    private static async Task<string?> ConversationOfAsync(HttpResponseMessage answer) => (string?)(await JsonAsync(answer))["conversationId"];

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
}
