using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.FrontDoor;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>A daughter acts for her mother until she gives it up, or until a day; who is told of it, and how it goes on. All people are made up.</summary>
public sealed class RepresentationTermTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Mother = "resident:bW90aGVyczEyMzQ1Njc4OQ";
    private static readonly DateOnly Last = new(2026, 12, 10);

    [Fact]
    public async Task Who_acts_gives_it_up_and_the_office_hears_that_nobody_took_over()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await journey.NoticesAsync();

        using var given = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation/acting", Town.Resident);
        using var again = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation/acting", Town.Resident);
        using var shown = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        await office.SettleAsync();

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (given.StatusCode, again.StatusCode, shown.StatusCode));
        Assert.Equal((ProblemCodes.RepresentationEnded, "您说过不再代办，从2026 年 11 月 24 日（周二）起这件事不再由您办，谢谢您。接下来由本人办，或者由本人找翟镇民政办。"), await Office.ProblemAsync(again) is var problem ? (problem.Code, problem.Detail) : default);
        Assert.Equal(new RepresentationEnded(RepresentationEndCause.Renounced), Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationEnded).Event);
        var told = await journey.NoticesAsync();
        Assert.Equal(NoticeKinds.RepresentationOver, Assert.Single(told, notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice }).Data["kind"]);
        Assert.Contains(told, notice => notice is { To: Town.Officer, Kind: NoticeKinds.TaskChanged });
        Assert.DoesNotContain(told, notice => notice.To == Town.Resident);
        var card = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer));
        Assert.Contains("nobody-acts", card.Unusual);
        Assert.Equal("女儿李*原来代办，已自己退出，从2026 年 11 月 24 日（周二）起不再代办：本人接手前请联系本人。", card.Representation!.Line);
    }

    [Fact]
    public async Task A_mother_who_had_it_on_her_own_telephone_is_told_there_and_takes_it_over()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, "13700001111");
        await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber);
        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);
        await journey.NoticesAsync();

        using var given = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation/acting", Town.Resident);
        await office.SettleAsync();

        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.To == Mother);
        Assert.Equal((NoticeKinds.RepresentationOver, "renounced", "2026-11-24"), (told.Kind, told.Data["why"], told.Data["on"]));
        Assert.True(await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber));
        var hers = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Mother);
        Assert.Equal((false, false, "renounced"), (hers.Representation!.InForce, hers.Representation.MayEnd, hers.Representation.EndedWhy));
        Assert.DoesNotContain("nobody-acts", Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer)).Unusual);
    }

    [Fact]
    public async Task A_guardian_does_not_walk_away_and_hears_where_to_go()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Acting.ForMother();
        var journey = await Journey.BeginAsync(office, form with { Materials = [.. form.Materials.Where(code => code != "M14"), "M15"], Representative = form.Representative! with { Basis = "guardian" } });

        using var refused = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/representation/acting", Town.Resident);

        var problem = await Office.ProblemAsync(refused);
        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.OutOfOrder), (refused.StatusCode, problem.Code));
        Assert.Contains("不能自己退出", problem.Detail, StringComparison.Ordinal);
        Assert.True((await journey.SeeAsync()).Representation!.InForce);
    }

    [Fact]
    public async Task A_week_before_the_last_day_she_is_told_how_to_go_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await UntilAsync(office, Last);
        await journey.NoticesAsync();
        await office.MoveToAsync(Office.Morning.AddDays(9));

        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.RepresentationEndsSoon);
        Assert.Equal((Town.Resident, "2026-12-10", "date", "representative", "M14", "委托书和受托人身份证"), (told.To, told.Data["until"], told.Data["why"], told.Data["of"], told.Data["codes"], told.Data["items"]));

        office.ForgetProofs();
        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);
        await journey.SendPaperAsync("M14");
        Assert.Equal("later-letter", Assert.Single(await journey.NoticesAsync(), notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice }).Data["kind"]);
    }

    [Fact]
    public async Task On_the_morning_after_the_last_day_the_journal_says_so_once_and_all_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await UntilAsync(office, Last);
        await office.MoveToAsync(Office.Morning.AddDays(9));
        await journey.NoticesAsync();
        await office.MoveToAsync(Office.Morning.AddDays(17));
        await office.MoveToAsync(Office.Morning.AddDays(18));

        Assert.Equal(new RepresentationEnded(RepresentationEndCause.Date), Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationEnded).Event);
        var told = await journey.NoticesAsync();
        var hers = Assert.Single(told, notice => notice.To == Town.Resident);
        Assert.Equal((NoticeKinds.RepresentationEnded, "date", "2026-12-11"), (hers.Kind, hers.Data["why"], hers.Data["on"]));
        Assert.Contains(told, notice => notice is { To: Town.Officer, Kind: NoticeKinds.ClientNotice } && notice.Data["kind"] == NoticeKinds.RepresentationOver);
        Assert.Contains("nobody-acts", Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer)).Unusual);
    }

    [Fact]
    public async Task A_later_letter_that_an_officer_saw_lets_her_go_on_after_the_last_day_too()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await UntilAsync(office, Last);
        await office.MoveToAsync(Office.Morning.AddDays(17));
        await journey.NoticesAsync();
        var route = $"cases/{journey.CaseId}/representation/until";

        var card = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer));
        using var unseen = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.ProlongRepresentation(new(2027, 3, 1), false));
        using var earlier = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.ProlongRepresentation(new(2026, 12, 1), true));
        using var far = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.ProlongRepresentation(new(2028, 3, 1), true));
        using var agent = await office.SendAsync(HttpMethod.Put, route, Town.Agent, new Contracts.ProlongRepresentation(new(2027, 3, 1), true));
        using var noted = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.ProlongRepresentation(new(2027, 3, 1), true));
        using var again = await office.SendAsync(HttpMethod.Put, route, Town.Officer, new Contracts.ProlongRepresentation(new(2027, 3, 1), true));
        await office.SettleAsync();

        Assert.True(card.Representation!.MayProlong);
        Assert.Equal(["letterSeen"], (await Office.ProblemAsync(unseen)).Errors!.Keys);
        Assert.Equal(["until"], (await Office.ProblemAsync(earlier)).Errors!.Keys);
        Assert.Equal(["until"], (await Office.ProblemAsync(far)).Errors!.Keys);
        Assert.Equal(HttpStatusCode.NotFound, agent.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (noted.StatusCode, again.StatusCode));
        Assert.Single((await FileAsync(office, journey)).Entries, entry => entry.Event is RepresentationProlonged);
        Assert.Equal((true, new DateOnly(2027, 3, 1)), (await journey.SeeAsync()).Representation is { } now ? (now.InForce, now.Until!.Value) : default);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.RepresentationProlonged);
        Assert.Equal((Town.Resident, "representative", "2027-03-01"), (told.To, told.Data["of"], told.Data["until"]));
    }

    [Fact]
    public async Task What_is_given_up_is_given_up_in_all_that_was_applied_for_together()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (form, mother) = (Applications.Together("D5.1", "D5.2"), Acting.ForMother());
        using var list = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, [.. form.Services], false) { Representation = "entrusted" });
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form with
        {
            MandateToAgent = false, Applicant = mother.Applicant, Representative = mother.Representative, Materials = [.. (await Office.ReadAsync<MaterialListView>(list)).Papers.Select(paper => paper.Code)],
        });
        var cases = (await Office.ReadAsync<ApplicationReceipt>(answer)).Cases.Select(receipt => receipt.CaseId).ToArray();
        await office.SettleAsync();

        using var given = await office.SendAsync(HttpMethod.Delete, $"cases/{cases[0]}/representation/acting", Town.Resident);
        await office.SettleAsync();

        Assert.Equal(2, cases.Length);
        foreach (var caseId in cases)
            Assert.Equal(RepresentationEndCause.Renounced, (await FileAsync(office, Journey.Of(office, caseId))).Current.Representation!.Ended!.Why);
    }

    [Fact]
    public async Task Near_its_end_the_letter_is_printed_with_a_place_for_the_next_day()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await UntilAsync(office, Last);
        var personal = office.Services.GetRequiredService<PersonalData>();
        async Task<DateOnly?> PrintedAsync() => OneVisit.Functions.Issuing.ActingOnPaper.OnForm((await FileAsync(office, journey)).Current, personal, true, true, office.Clock.Today(), Domain.Language.Chinese)!.Until;

        Assert.Equal(Last, await PrintedAsync());
        await office.MoveToAsync(Office.Morning.AddDays(9));
        Assert.Null(await PrintedAsync());
    }

    [Fact]
    public async Task An_agent_calls_a_guardian_under_the_guardians_own_name()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Acting.ForMother();
        using var list = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, [form.Service], true) { Representation = "guardian" });
        await Journey.BeginAsync(office, form with
        {
            MandateToAgent = true, Materials = [.. (await Office.ReadAsync<MaterialListView>(list)).Papers.Select(paper => paper.Code)], Representative = form.Representative! with { Basis = "guardian" },
        });

        var client = Assert.Single(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent));

        Assert.Equal((Applications.Name, Acting.Phone, new ClientContact(Acting.Name, "女儿")), (client.Client, client.Phone, client.Contact));
    }

    private static Task<Journey> UntilAsync(Office office, DateOnly last)
    {
        var form = Acting.ForMother();
        return Journey.BeginAsync(office, form with { Representative = form.Representative! with { Until = last } });
    }

    private static async Task<CaseFile> FileAsync(Office office, Journey journey) => (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!;
}
