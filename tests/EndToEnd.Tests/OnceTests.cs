using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Whatever is pressed twice happens once.</summary>
public sealed class OnceTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task The_submit_button_pressed_twice_gives_the_same_number()
    {
        using var journey = await Journey.BeginAsync(city);

        var again = await journey.Resident.Chat.PostValueAsync(new JsonObject { ["pick"] = "Summary:yes" });

        Assert.Equal(journey.CaseId, Resident.CaseIdIn(again));
        Assert.Single(await CasesOfAsync(journey.Resident));
    }

    [Fact]
    public async Task Submitting_twice_in_one_breath_makes_one_case()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToSummaryAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => resident.Chat.PostAsync(Submit(resident.Chat))));
        var number = await resident.HearNumberAsync();

        Assert.Equal([number], (await CasesOfAsync(resident)).Select(each => each.CaseId));
    }

    [OwnCityFact]
    public async Task A_notice_that_comes_twice_is_told_once()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.Resident.Chat.HearAsync(AcceptedWords);
        var notice = await AcceptedAsync(journey);

        await Queue.SendAsync(notice);
        await Queue.SendAsync(notice);
        await CollectedAsync(journey);

        Assert.Single(journey.Resident.Chat.Heard, heard => Chat.Text(heard).Contains(AcceptedWords, StringComparison.Ordinal));
    }

    [OwnCityFact]
    public async Task A_copy_of_a_notice_whose_telling_was_not_noted_is_not_told_again()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.Resident.Chat.HearAsync(AcceptedWords);
        var told = await AcceptedAsync(journey);
        await ForgetAsync(told.NoticeId);

        await Queue.SendAsync(told with { At = city.Opening.AddDays(-1) });
        await CollectedAsync(journey);

        Assert.Single(journey.Resident.Chat.Heard, heard => Chat.Text(heard).Contains(AcceptedWords, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_card_answers_who_did_it_and_changes_nothing()
    {
        using var journey = await Journey.BeginAsync(city);
        var card = await journey.CardAsync(Journey.Agent, "collect-r1");
        await journey.CollectAsync();
        var before = await journey.VersionAsync();

        var answer = await (await journey.DeskOfAsync(Journey.Agent)).PressAsync(card, ActNames.Collected, new { materials = "M04,M05,M07" });

        Assert.Contains("史建国", answer);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_case_is_rated_once()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" });
        await journey.Resident.Chat.HearAsync(Words.Zh("RateAsk"));

        await journey.Resident.SayAsync("4", Words.Zh("ChoiceRateNoTags"));
        await journey.Resident.Chat.PostValueAsync(new JsonObject { ["pick"] = $"rate:{journey.CaseId}:1" });
        await journey.Resident.SayAsync(Words.Zh("ChoiceRateNoComment"));

        Assert.Equal(4, (await journey.SeeAsync()).Rating);
    }

    // As if the power had gone between the telling and the note of it.
    private async Task ForgetAsync(string noticeId)
    {
        var seen = new TableClient(city.Local.Azurite.ConnectionString, "Seen");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            await foreach (var row in seen.QueryAsync<TableEntity>(cancellationToken: deadline.Token))
            {
                if (!row.RowKey.Contains(noticeId, StringComparison.Ordinal)) continue;
                await seen.DeleteEntityAsync(row, cancellationToken: deadline.Token);
                return;
            }
            await tick.WaitForNextTickAsync(deadline.Token);
        }
    }

    private static string AcceptedWords => Words.Literal("NoticeAccepted");

    private NoticeQueue Queue => city.Local.BackOffice.Services.GetRequiredService<NoticeQueue>();

    // As it was sent.
    private async Task<Notice> AcceptedAsync(Journey journey)
    {
        var file = (await city.Local.BackOffice.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!;
        var (entry, reader) = (file.Entries.Single(entry => entry.Event is Accepted), file.Current.Participant);
        return new($"{journey.CaseId}.{entry.Sequence}.{NoticeKinds.CaseAccepted}.{reader.Replace(':', '-')}", reader, NoticeKinds.CaseAccepted, journey.CaseId, null, entry.At, new Dictionary<string, string>());
    }

    // What is told behind it is told in its order.
    private static async Task CollectedAsync(Journey journey)
    {
        await journey.CollectAsync();
        await journey.Resident.Chat.HearAsync(Words.Literal("NoticeProgress"));
    }

    private Task<CaseSummary[]> CasesOfAsync(Resident resident) => city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat));

    private static JsonContent Submit(Chat chat) =>
        JsonContent.Create(new { type = "message", text = "提交", locale = "zh-CN", from = new { id = chat.UserId } });
}
