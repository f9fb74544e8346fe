using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Errands;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Bot.Tests.City;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Who signs out of the staff page has signed out on the server.</summary>
[Collection(CityCollection.Name)]
public sealed class SignOutTests(BotCity city) : IAsyncLifetime
{
    private static int people;

    private readonly string _staffId = $"zhai-leaves-{Interlocked.Increment(ref people)}";
    private readonly string _case = $"XT261124-LV{people:0000}";
    private readonly CookieContainer _cookies = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync() => _browser = await SignedInAsync(_cookies);

    public Task DisposeAsync()
    {
        city.Office.Tasks.TryRemove(_case + "/verify-r1", out _);
        _browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_any_more()
    {
        var copy = _cookies.GetCookieHeader(city.Url);
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { DefaultRequestHeaders = { { "Cookie", copy } } };
        Assert.Equal(HttpStatusCode.OK, await SeesTasksAsync(thief));

        await SignOutAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await SeesTasksAsync(thief));
    }

    [Fact]
    public async Task A_sign_in_elsewhere_lasts()
    {
        using var elsewhere = await SignedInAsync(new());

        await SignOutAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await SeesTasksAsync(elsewhere), await SeesTasksAsync(_browser)));
    }

    [Fact]
    public async Task What_is_said_in_a_chat_that_was_left_open_is_not_taken_and_the_page_is_told_so()
    {
        var tab = await ChattingAsync(_browser);
        await SignOutAsync();
        var asked = Works;

        var said = await tab.SayAsync("我的任务");

        Assert.Equal((PageWords.Read(Language.Chinese)["botSignedOut"], asked), (Assert.Single(said).Text, Works));
    }

    [Fact]
    public async Task Pages_that_are_still_open_are_told_at_once()
    {
        var tab = await ChattingAsync(_browser);

        await SignOutAsync();

        Assert.Contains(Speaking.LeftEvent, city.Channel.EventsIn(tab.Conversation));
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_keeps_nobody_signed_in()
    {
        var tab = await ChattingAsync(_browser);
        city.Channel.Broken[tab.Conversation] = 500;

        await SignOutAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await SeesTasksAsync(_browser));
    }

    [Fact]
    public async Task Signed_in_again_they_speak_in_a_conversation_of_its_own_and_the_old_one_stays_closed()
    {
        var before = await ChattingAsync(_browser);
        await SignOutAsync();
        using var again = await SignedInAsync(new());
        var after = await ChattingAsync(again);

        Assert.NotEqual(before.Conversation, after.Conversation);
        Assert.DoesNotContain(await after.SayAsync("我的任务"), IsRefusal);
        Assert.Contains(await before.SayAsync("我的任务"), IsRefusal);
    }

    [Fact]
    public async Task The_chat_of_a_sign_in_elsewhere_is_opened_anew()
    {
        using var elsewhere = await SignedInAsync(new());
        var (here, there) = (await ChattingAsync(_browser), await ChattingAsync(elsewhere));
        Assert.Equal(here.Conversation, there.Conversation);

        await SignOutAsync();

        Assert.DoesNotContain(await (await ChattingAsync(elsewhere)).SayAsync("我的任务"), IsRefusal);
    }

    [Fact]
    public async Task A_page_that_asks_to_be_kept_is_told_that_there_is_nothing_to_keep()
    {
        using var elsewhere = await SignedInAsync(new());
        await ChattingAsync(_browser);
        await SignOutAsync();

        using var kept = await elsewhere.AskAsync(city.Url, HttpMethod.Post, "staff/session/keep");

        Assert.Null(JsonNode.Parse(await kept.Content.ReadAsStringAsync())!["conversationId"]);
    }

    [Fact]
    public async Task A_chat_goes_no_longer_than_the_sign_in()
    {
        var tab = await ChattingAsync(_browser);
        var talks = city.Services.GetRequiredService<TalkBook>();
        var kept = await talks.FindAsync(ChatLines.Channel, tab.UserId, CancellationToken.None);
        Assert.InRange(kept.Talk.Line!.Until!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(9), TimeSpan.FromHours(10));
        await talks.WriteAsync(kept, kept.Talk with { Line = kept.Talk.Line with { Until = TimeProvider.System.GetUtcNow() } }, CancellationToken.None);

        Assert.Contains(await tab.SayAsync("我的任务"), IsRefusal);
    }

    [Fact]
    public async Task Nothing_more_is_told_on_the_pages_that_were_left()
    {
        var tab = await ChattingAsync(_browser);
        await SignOutAsync();
        var before = tab.Heard.Count;
        var resident = await city.MetAsync();

        await TaskAsync();
        await Queue.SendAsync(city.Office.Wrote(Sample.Notice(city.ParticipantOf(resident), NoticeKinds.CaseLate, _case, null, ("due", "2026-12-22"))));

        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(_case, StringComparison.Ordinal)));
        Assert.Equal(before, tab.Heard.Count);
    }

    [Fact]
    public async Task Who_has_teams_too_is_told_there()
    {
        var teams = city.StaffInTeams(_staffId);
        await teams.SayAsync("我的任务");
        await ChattingAsync(_browser);
        await SignOutAsync();

        await TaskAsync();

        Assert.NotEmpty(await city.Channel.UntilAsync(teams.Conversation, said => said.Any(spoken => spoken.IsCard && spoken.Content.Contains(_case, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_waited_to_be_handed_on_is_handed_on_without_a_word()
    {
        var tab = await ChattingAsync(_browser);
        var (talks, book) = (city.Services.GetRequiredService<TalkBook>(), city.Services.GetRequiredService<ConversationBook>());
        await SignOutAsync();
        var said = tab.Heard.Count;
        var kept = await talks.FindAsync(ChatLines.Channel, tab.UserId, CancellationToken.None);
        var waiting = PendingErrands.Of(new Effect.Rate(_case, 5, null), city.Channel.Url.ToString(), TimeProvider.System.GetUtcNow(), [])!;
        await talks.WriteAsync(kept, kept.Talk with { Pending = [waiting] }, CancellationToken.None);

        await city.Services.GetRequiredService<Outbox>().AddAsync((await book.FindAsync("staff:" + _staffId))!.Json, CancellationToken.None);

        await NoticeBench.UntilAsync(() => city.Office.Asked.Contains(("staff:" + _staffId, $"/{Routes.Prefix}cases/{_case}/rating")));
        while (!(await talks.FindAsync(ChatLines.Channel, tab.UserId, CancellationToken.None)).Talk.Pending.IsEmpty) await Task.Yield();
        Assert.Equal(said, tab.Heard.Count);
    }

    [Fact]
    public async Task A_window_whose_conversation_was_followed_by_another_is_still_answered()
    {
        var before = await ChattingAsync(_browser);
        city.Channel.Ended[before.Conversation] = 403;
        var after = await ChattingAsync(_browser);

        Assert.NotEqual(before.Conversation, after.Conversation);
        Assert.DoesNotContain(await before.SayAsync("我的任务"), IsRefusal);
    }

    [Fact]
    public async Task A_message_that_no_task_tells_again_waits_until_they_are_back()
    {
        await ChattingAsync(_browser);
        await SignOutAsync();
        var notice = city.Office.Wrote(Sample.Notice("staff:" + _staffId, NoticeKinds.ClientNotice, _case, null, ("kind", "named-letter")));
        await Queue.SendAsync(notice);
        var talks = city.Services.GetRequiredService<TalkBook>();
        var userId = city.Services.GetRequiredService<ChatUserId>().OfStaff(_staffId);
        await NoticeBench.UntilAsync(() => !talks.FindAsync(ChatLines.Channel, userId, CancellationToken.None).GetAwaiter().GetResult().Talk.Waiting.IsEmpty);

        using var again = await SignedInAsync(new());
        var back = await ChattingAsync(again);

        Assert.NotEmpty(await city.Channel.UntilAsync(back.Conversation, said => said.Any(spoken => spoken.Content.Contains(_case, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_channel_that_hangs_keeps_nobody_waiting()
    {
        var (tab, held) = (await ChattingAsync(_browser), new TaskCompletionSource());
        city.Channel.Held[tab.Conversation] = () => held.Task;

        await SignOutAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.Unauthorized, await SeesTasksAsync(_browser));
        city.Channel.Held.Remove(tab.Conversation, out _);
        held.SetResult();
    }

    [Fact]
    public async Task Links_of_cards_in_the_chat_lead_nowhere_any_more()
    {
        var tab = await ChattingAsync(_browser);
        var speakers = city.Services.GetRequiredService<LinkSpeakers>();
        var link = new FormLink("staff:" + _staffId, "zh-CN", _case, "M05", ChatLines.Channel, tab.Conversation, 0);
        Assert.NotNull(await speakers.OfAsync(link, CancellationToken.None));

        await SignOutAsync();

        Assert.Null(await speakers.OfAsync(link, CancellationToken.None));
    }

    [Fact]
    public async Task Signing_out_twice_is_signing_out()
    {
        var copy = _cookies.GetCookieHeader(city.Url);
        await SignOutAsync();
        using var late = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { DefaultRequestHeaders = { { "Cookie", copy } } };

        Assert.Equal(HttpStatusCode.Unauthorized, (await late.AskAsync(city.Url, HttpMethod.Post, "staff/sign-out")).StatusCode);
    }

    private NoticeQueue Queue => city.Services.GetRequiredService<NoticeQueue>();

    private int Works => city.Office.Asked.Count(asked => asked == ("staff:" + _staffId, "/" + Routes.Prefix + Routes.Work));

    private Task<HttpClient> SignedInAsync(CookieContainer cookies) => Browsers.OfStaffAsync(city.Url, _staffId, cookies);

    private async Task<HttpStatusCode> SeesTasksAsync(HttpClient browser) => (await browser.GetAsync(new Uri(city.Url, "staff/tasks"))).StatusCode;

    private async Task SignOutAsync() => (await _browser.AskAsync(city.Url, HttpMethod.Post, "staff/sign-out")).EnsureSuccessStatusCode();

    private Task TaskAsync()
    {
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case);
        return Queue.SendAsync(Sample.Notice("staff:" + _staffId, NoticeKinds.TaskOpened, _case, "verify-r1"));
    }

    // As the page opens it.
    private async Task<Talker> ChattingAsync(HttpClient browser)
    {
        using var answer = await browser.AskAsync(city.Url, HttpMethod.Post, "staff/session");
        var opened = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        var tab = new Talker(city, (string)opened["userId"]!, (string)opened["conversationId"]!, "zh-CN");
        await tab.JoinAsync();
        return tab;
    }

    private static bool IsRefusal(Spoken spoken) => spoken.Text == PageWords.Read(Language.Chinese)["botSignedOut"];
}
