using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Mandates;

/// <summary>A mandate signed with the typed name and a code from the telephone.</summary>
public sealed class SigningByCodeTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly MandateOffer ToTownship = new("township", Acts: [.. MandateActs.All], Notices: NoticeChoices.AgentFirst);

    [Fact]
    public async Task The_townships_agent_named_and_signed_for_runs_the_errands()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Ordinary();
        var offer = ToTownship with { Agent = "zhai-agent", ExpiresOn = new DateOnly(2027, 1, 31) };
        var sent = await SendAsync(office, Town.Resident, form, offer);
        Assert.Equal("138****5678", sent.PhoneMasked);

        var receipt = await ApplyAsync(office, Town.Resident, form with { Mandate = offer with { Consent = new(Applications.Name, sent.DemoCode!) } });
        var mandate = (await office.GetAsync<CaseView>($"cases/{receipt.CaseId}", Town.Resident)).Mandate!;

        Assert.Equal(("active", "township/370982103", "冯桂兰", "code", new DateOnly(2027, 1, 31)), (mandate.State, mandate.HolderOffice, mandate.HolderName, mandate.SignedBy, mandate.ExpiresOn));
        Assert.Equal([receipt.CaseId], (await office.GetAsync<TaskView[]>(Routes.Work, Town.TownshipAgent)).Select(task => task.CaseId));
    }

    [Fact]
    public async Task A_wrong_code_and_a_changed_mandate_sign_nothing_and_say_what_to_do()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Ordinary();
        var sent = await SendAsync(office, Town.Resident, form, ToTownship);
        var wrong = sent.DemoCode == "000000" ? "000001" : "000000";

        Assert.Contains("还可以再试 4 次", await RefusedAsync(office, form with { Mandate = ToTownship with { Consent = new(Applications.Name, wrong) } }));
        Assert.Contains("改过", await RefusedAsync(office, form with { Mandate = ToTownship with { Level = "city", Consent = new(Applications.Name, sent.DemoCode!) } }));
        office.Clock.MoveTo(Office.Morning.AddMinutes(10));
        Assert.Contains("10 分钟", await RefusedAsync(office, form with { Mandate = ToTownship with { Consent = new(Applications.Name, sent.DemoCode!) } }));
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
    }

    [Fact]
    public async Task A_code_that_went_to_another_telephone_signs_for_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Ordinary();
        var sent = await SendAsync(office, Town.Resident, form with { Applicant = form.Applicant with { Phone = "13905380000" } }, ToTownship);

        await RefusedAsync(office, form with { Mandate = ToTownship with { Consent = new(Applications.Name, sent.DemoCode!) } });

        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
    }

    [Fact]
    public async Task More_than_the_villages_errands_is_not_given_without_a_signature()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Contains("需要您签名", await RefusedAsync(office, Applications.Ordinary() with { Mandate = ToTownship }));
        Assert.Contains("不能委托", await RefusedAsync(office, Applications.Ordinary() with { Mandate = new(Acts: ["hand-in", "decide"]) }));
    }

    [Fact]
    public async Task A_mandate_to_be_signed_counts_once_it_is_signed_on_the_screen()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, Town.Resident, Applications.Ordinary() with { Mandate = ToTownship with { SignLater = true } });
        Assert.Equal("awaits-signature", (await office.GetAsync<CaseView>($"cases/{receipt.CaseId}", Town.Resident)).Mandate!.State);
        Assert.Empty(await office.GetAsync<TaskView[]>(Routes.Work, Town.TownshipAgent));

        var form = await office.GetAsync<FormView>($"cases/{receipt.CaseId}/forms/M14/text", Town.Resident);
        using var signed = await office.SendAsync(HttpMethod.Post, $"cases/{receipt.CaseId}/forms/M14/signature", Town.Resident, new SignForm(form.ContentHash, TypedName: Applications.Name));
        await office.SettleAsync();

        Assert.Equal(HttpStatusCode.Created, signed.StatusCode);
        var mandate = (await office.GetAsync<CaseView>($"cases/{receipt.CaseId}", Town.Resident)).Mandate!;
        Assert.Equal(("active", "typed", form.ContentHash), (mandate.State, mandate.SignedBy, mandate.SignedContent));
        Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.TownshipAgent));
    }

    [Fact]
    public async Task A_new_mandate_replaces_the_old_one_at_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var code = await office.SendAsync(HttpMethod.Post, Routes.MandateCodes, Town.Resident, new MandateCodeRequest(ToTownship, journey.CaseId));
        var sent = await Office.ReadAsync<MandateCodeSent>(code);

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/mandate", Town.Resident, ToTownship with { Consent = new(Applications.Name, sent.DemoCode!) });
        var view = await Office.ReadAsync<CaseView>(answer);
        await office.SettleAsync();

        Assert.Equal(($"{journey.CaseId}-W2", $"{journey.CaseId}-W1"), (view.Mandate!.Number, Assert.Single(view.Mandate.Earlier!)));
        Assert.Equal(["active", "replaced"], (await office.GetAsync<MandateView[]>($"cases/{journey.CaseId}/mandate", Town.Resident)).Select(mandate => mandate.State));
        Assert.Empty(await journey.DeskOfAsync(Town.Agent));
        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.TownshipAgent));
    }

    [Fact]
    public async Task What_the_household_left_to_the_agent_first_the_agent_hears_without_what_they_need_not_know()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Ordinary();
        var sent = await SendAsync(office, Town.Resident, form, ToTownship);
        var journey = Journey.Of(office, (await ApplyAsync(office, Town.Resident, form with { Mandate = ToTownship with { Consent = new(Applications.Name, sent.DemoCode!) } })).CaseId);
        await journey.CollectAsync(Town.TownshipAgent);

        var notices = await journey.NoticesAsync();

        Assert.Contains(notices, notice => notice is { To: Town.Resident, Kind: NoticeKinds.CaseAccepted });
        Assert.DoesNotContain(notices, notice => notice is { To: Town.Resident, Kind: NoticeKinds.CaseProgress });
        Assert.Contains(notices, notice => notice is { To: Town.TownshipAgent, Kind: NoticeKinds.ClientNotice } && notice.Data["kind"] == NoticeKinds.CaseProgress);
    }

    [Fact]
    public async Task Everybody_who_may_be_authorised_is_listed_by_level()
    {
        await using var office = await Office.OpenAsync(azurite);

        var offices = await office.GetAsync<AgentOfficeView[]>($"{Routes.Agents}?village={Town.Village}", Town.Resident);

        Assert.Equal(["village:2", "township:1", "city:1"], offices.Select(one => $"{one.Level}:{one.Agents.Count}"));
    }

    internal static async Task<MandateCodeSent> SendAsync(Office office, string who, SubmitCase form, MandateOffer offer)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.MandateCodes, who, new MandateCodeRequest(offer, null, form.SubmissionId, [form.Service], form.Applicant));
        return await Office.ReadAsync<MandateCodeSent>(answer);
    }

    internal static async Task<CaseReceipt> ApplyAsync(Office office, string who, SubmitCase form)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, who, form);
        var receipt = await Office.ReadAsync<CaseReceipt>(answer);
        await office.SettleAsync();
        return receipt;
    }

    private static async Task<string> RefusedAsync(Office office, SubmitCase form)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return string.Join('\n', (await Office.ProblemAsync(answer)).Errors!.Values.SelectMany(sentences => sentences));
    }
}
