using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Mandates;

/// <summary>The agent reads the result out at the client's door and hands the letter over.</summary>
public sealed class ReadOutTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string ReadOut = "read-out-r1";

    [Fact]
    public async Task The_agents_card_says_what_to_say_and_has_the_letter_and_who_to_call()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await DecidedAsync(office);

        Assert.Equal([ReadOut], await journey.DeskOfAsync(Town.Agent));
        var card = await journey.TaskAsync(ReadOut, Town.Agent);
        Assert.Equal((BesideTasks.ReadOut, Applications.Name), (card.Kind, card.Applicant));
        Assert.NotNull(card.Phone);
        Assert.Equal([ActNames.HandedOver, ActNames.NotMet, ActNames.Cannot], card.Actions);
        Assert.Contains(card.Facts!, fact => fact.Contains("1,620", StringComparison.Ordinal) || fact.Contains("1620", StringComparison.Ordinal));
        Assert.Contains(card.Facts!, fact => fact.Contains("60 天", StringComparison.Ordinal));
        Assert.Contains(card.Issued!, paper => paper is { Kind: PaperKinds.DecisionLetter, State: "valid" });
        var told = await journey.NoticesAsync();
        Assert.Contains(told, notice => notice is { To: Town.Agent, Kind: NoticeKinds.TaskOpened, TaskId: ReadOut });
        Assert.Equal("village-agent", told.First(notice => notice.Kind == NoticeKinds.CaseApproved).Data["brought-by"]);
    }

    [Fact]
    public async Task When_and_by_whom_it_was_handed_over_stands_in_the_timeline_and_in_the_folder()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyingForClientsTests.ApplyAsync(office);
        var journey = await DecidedAsync(office, receipt.CaseId);
        await journey.FileAsync();

        var done = await journey.DoAsync(ReadOut, Town.Agent, new(ActNames.HandedOver));

        Assert.Equal(ActNames.HandedOver, done.Result!.Action);
        using var claimed = await ApplyingForClientsTests.ClaimAsync(office, receipt.CaseId, receipt.ClaimCode!);
        var entry = Assert.Single((await journey.SeeAsync()).Timeline, entry => entry.Kind == ActNames.HandedOver);
        Assert.StartsWith("史建国（村级代办员）代", entry.By, StringComparison.Ordinal);
        Assert.EndsWith("送到本人手上", entry.Note, StringComparison.Ordinal);
        var folder = await office.GetAsync<CaseFolder>($"cases/{receipt.CaseId}/folder", Town.Resident);
        Assert.Contains(folder.Stages, stage => stage is { Name: "上门宣读结果、送达决定书", State: "done" } && stage.By!.StartsWith("史建国", StringComparison.Ordinal));
        Assert.Contains(folder.Timeline, happened => happened.What == "结果已宣读，决定书已送到");
        Assert.Equal("closed", (await journey.SeeAsync()).Status);
    }

    [Fact]
    public async Task Nobody_met_comes_to_the_agents_desk_once_more_and_says_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await DecidedAsync(office);

        await journey.DoAsync(ReadOut, Town.Agent, new(ActNames.NotMet, Reason: "家里没人，去看病了"));

        Assert.Equal([ReadOut + "-2"], await journey.DeskOfAsync(Town.Agent));
        Assert.Contains((await journey.TaskAsync(ReadOut + "-2", Town.Agent)).Facts!, fact => fact.Contains("去看病了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_has_not_come_and_nobody_met_without_a_reason_are_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await DecidedAsync(office);

        using var tomorrow = await journey.TryAsync(ReadOut, Town.Agent, new(ActNames.HandedOver) { On = DateOnly.FromDateTime(office.Clock.GetUtcNow().AddDays(3).DateTime) });
        using var unsaid = await journey.TryAsync(ReadOut, Town.Agent, new(ActNames.NotMet));
        using var other = await journey.TryAsync(ReadOut, Town.NeighbourAgent, new(ActNames.HandedOver));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden], new[] { tomorrow, unsaid, other }.Select(answer => answer.StatusCode));
        Assert.Equal([ReadOut], await journey.DeskOfAsync(Town.Agent));
    }

    [Fact]
    public async Task With_the_mandate_taken_back_it_leaves_the_agents_desk()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyingForClientsTests.ApplyAsync(office);
        var journey = await DecidedAsync(office, receipt.CaseId);
        using var claimed = await ApplyingForClientsTests.ClaimAsync(office, receipt.CaseId, receipt.ClaimCode!);

        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{receipt.CaseId}/mandate", Town.Resident);
        await office.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Empty(await journey.DeskOfAsync(Town.Agent));
        await journey.FileAsync();
        Assert.Equal("closed", (await journey.SeeAsync()).Status);
    }

    private static async Task<Journey> DecidedAsync(Office office, string? caseId = null)
    {
        var journey = Journey.Of(office, caseId ?? (await ApplyingForClientsTests.ApplyAsync(office)).CaseId);
        await office.SettleAsync();
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        return journey;
    }
}
