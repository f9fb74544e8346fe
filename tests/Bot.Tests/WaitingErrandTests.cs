using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Errands;
using OneVisit.Bot.State;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class WaitingErrandTests(BotCity city)
{
    [Theory]
    [InlineData(500, "heldup")]
    [InlineData(404, "gonegn")]
    public async Task Somebody_whom_the_channel_does_not_reach_holds_up_nobody_elses_errand(int status, string id)
    {
        Talker[] residents = [.. new[] { await city.ReadyToSubmitAsync(id + "0000000001"), await city.ReadyToSubmitAsync(id + "0000000002") }.OrderBy(city.ParticipantOf)];
        var (first, second) = (residents[0], residents[1]);
        using (city.Office.GoDown()) await Task.WhenAll(residents.Select(resident => resident.SayAsync("提交")));
        city.Channel.Broken[first.Conversation] = status;
        try
        {
            Assert.NotEmpty(await city.Channel.UntilAsync(second.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-" + id.ToUpperInvariant(), StringComparison.Ordinal))));
        }
        finally
        {
            city.Channel.Broken.Remove(first.Conversation, out _);
        }
    }

    [Fact]
    public async Task Photos_and_an_application_given_while_the_back_office_is_down_all_arrive_in_their_order()
    {
        var resident = await city.ReadyToSubmitAsync("allofit0000000001");
        var arrived = city.Office.Documents.Count;
        using (city.Office.GoDown())
        {
            await SendPhotoAsync(resident, "first.jpg");
            await SendPhotoAsync(resident, "second.jpg");
            await resident.SayAsync("提交");
        }
        await UntilReceiptAsync(resident, "ALLOFI");
        Assert.Equal(["first.jpg", "second.jpg"], city.Office.Documents.Skip(arrived).Select(document => document.Name));
    }

    [Fact]
    public async Task What_a_release_of_before_kept_under_the_conversation_is_handed_on_once()
    {
        var resident = await city.MetAsync();
        var (talks, book) = (city.Services.GetRequiredService<TalkBook>(), city.Services.GetRequiredService<ConversationBook>());
        var waiting = PendingErrands.Of(new Effect.Rate("XT261124-BEFOR1", 5, null), city.Channel.Url.ToString(), TimeProvider.System.GetUtcNow(), [])!;
        var activity = new Activity { ChannelId = "directline", From = new ChannelAccount(resident.UserId) };
        await talks.LeaveBehindAsync(activity, resident.Conversation, [waiting], CancellationToken.None);

        await city.Services.GetRequiredService<Outbox>().AddAsync((await book.FindAsync(city.ParticipantOf(resident)))!.Json, CancellationToken.None);

        await NoticeBench.UntilAsync(() => city.Office.Asked.Any(IsRating));
        while (!(await talks.LeftBehindAsync(activity, resident.Conversation, CancellationToken.None)).IsEmpty) await Task.Yield();
        await NoticeBench.UntilAsync(() => city.Services.GetRequiredService<Outbox>().Waiting.Count == 0);
        Assert.Single(city.Office.Asked, IsRating);
        static bool IsRating((string Participant, string Path) asked) => asked.Path.Contains("XT261124-BEFOR1", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_went_through_late_is_remembered_no_longer()
    {
        var resident = await city.ReadyToSubmitAsync("forgotten00000001");
        using (city.Office.GoDown()) await resident.SayAsync("提交");
        await UntilReceiptAsync(resident, "FORGOT");
        Assert.DoesNotContain("370982197001010016", await city.MemoryOfAsync(resident.Conversation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_again_and_again_meanwhile_an_application_is_answered_once()
    {
        var resident = await city.ReadyToSubmitAsync("impatient00000001");
        using (city.Office.GoDown())
        {
            await resident.SayAsync("提交");
            await resident.SayAsync("提交");
        }
        await UntilReceiptAsync(resident, "IMPATI");
        await resident.SayAsync("帮助");
        Assert.Single(resident.Heard, IsReceiptOf("IMPATI"));
    }

    [Fact]
    public async Task What_was_left_waiting_in_one_conversation_is_told_in_the_next()
    {
        var resident = await city.ReadyToSubmitAsync("twobrowsers000001");
        var later = new Talker(city, resident.UserId, city.NewConversation(), "zh-CN");
        using (city.Office.GoDown())
        {
            await resident.SayAsync("提交");
            await later.JoinAsync();
        }
        await UntilReceiptAsync(later, "TWOBRO");
    }

    [Fact]
    public async Task What_waited_before_the_bot_was_renewed_is_still_done()
    {
        var resident = await city.ReadyToSubmitAsync("beforehand0000001");
        var application = new SubmitCase(
            "beforehand0000001", "D1.2", "zh-CN", new HouseholdFacts { Members = 4 }, new ApplicantDetails("张三", "370982197001010016", "13800005678", "370982103201"), ["M04"], "v1", true, null);
        await city.RememberAsync(resident.Conversation, json =>
        {
            var talk = JsonNode.Parse(json)!;
            talk["Pending"] = new JsonObject { ["Kind"] = "Submit", ["Json"] = JsonSerializer.Serialize(new Effect.Submit(application)), ["ServiceUrl"] = city.Channel.Url.ToString() };
            return talk.ToJsonString();
        });
        await city.Services.GetRequiredService<Outbox>().AddAsync(city.ParticipantOf(resident), CancellationToken.None);
        await UntilReceiptAsync(resident, "BEFORE");
    }

    private async Task SendPhotoAsync(Talker resident, string name)
    {
        city.Channel.Files[name] = [1, 2, 3];
        var photo = new JsonObject { ["name"] = name, ["contentType"] = "image/jpeg", ["contentUrl"] = new Uri(city.Channel.Url, "files/" + name).ToString() };
        await resident.PostAsync(new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(photo) });
        await resident.PressAsync(new JsonObject { ["pick"] = "material:M05" });
    }

    private Task<IReadOnlyList<Spoken>> UntilReceiptAsync(Talker resident, string caseNumber) =>
        city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => IsReceiptOf(caseNumber)(spoken)));

    private static Predicate<Spoken> IsReceiptOf(string caseNumber) => spoken => spoken.IsCard && spoken.Content.Contains("XT261124-" + caseNumber, StringComparison.Ordinal);
}
