using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Mandates;

/// <summary>An agent applies at a client's door; the case is the client's.</summary>
public sealed class ApplyingForClientsTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly MandateOffer Whole = new("village", Agent: "shi-agent", Acts: [.. MandateActs.All]);

    [Fact]
    public async Task The_case_is_the_clients_and_the_agents_client_and_the_code_on_the_receipt_opens_it_for_the_client_alone()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office);

        Assert.Equal([receipt.CaseId], (await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent)).Select(client => client.CaseId));
        await Journey.Of(office, receipt.CaseId).CollectAsync();
        Assert.Contains(await Journey.Of(office, receipt.CaseId).NoticesAsync(), notice => notice is { Kind: NoticeKinds.ClientNotice, To: Town.Agent });
        Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(office, receipt.CaseId, "00000000")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(HttpMethod.Get, $"cases/{receipt.CaseId}", Town.Resident)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await ClaimAsync(office, receipt.CaseId, receipt.ClaimCode!)).StatusCode);
        var seen = await office.GetAsync<CaseView>($"cases/{receipt.CaseId}", Town.Resident);
        Assert.Contains(seen.Timeline, entry => entry is { Kind: "submitted" } && entry.By!.StartsWith("史建国（村级代办员）代", StringComparison.Ordinal));
        Assert.Equal([receipt.CaseId], (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Select(one => one.CaseId));

        using var second = await office.SendAsync(HttpMethod.Post, Routes.ClaimCase, Town.OtherResident, new ClaimCase(receipt.CaseId, receipt.ClaimCode!));
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{receipt.CaseId}/mandate", Town.Resident);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Empty(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent));
    }

    [Fact]
    public async Task Without_the_clients_signature_an_agent_applies_for_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var unsigned = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Agent, Applications.Ordinary() with { Mandate = Whole });
        using var without = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Agent, Applications.Ordinary(mandate: false));
        using var officer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Officer, Applications.Ordinary());
        using var stranger = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.NeighbourAgent, Applications.Ordinary() with { Mandate = Whole with { SignLater = true } });

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            new[] { unsigned, without, officer, stranger }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task The_same_application_sent_twice_by_the_agent_is_one_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = Applications.Ordinary();

        Assert.Equal((await ApplyAsync(office, form)).CaseId, (await ApplyAsync(office, form)).CaseId);
        Assert.Single(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent));
    }

    [Fact]
    public async Task A_mandate_signed_on_the_agents_telephone_is_the_clients_and_says_whose_telephone_it_was()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await SigningByCodeTests.ApplyAsync(office, Town.Agent, Applications.Ordinary() with { Mandate = Whole with { SignLater = true } });
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(HttpMethod.Get, $"cases/{receipt.CaseId}", Town.Agent)).StatusCode);
        Assert.True(Assert.Single(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent)).WaitsForSignature);

        var form = await office.GetAsync<FormView>($"cases/{receipt.CaseId}/forms/M14/text", Town.Agent);
        using var typed = await office.SendAsync(HttpMethod.Post, $"cases/{receipt.CaseId}/forms/M14/signature", Town.Agent, new SignForm(form.ContentHash, TypedName: Applications.Name));
        Assert.Equal((false, HttpStatusCode.UnprocessableEntity), (form.MayType, typed.StatusCode));
        Assert.Contains("不能替人输入姓名", (await Office.ProblemAsync(typed)).Errors!["typedName"].Single(), StringComparison.Ordinal);
        Assert.Empty(await Journey.Of(office, receipt.CaseId).DeskOfAsync(Town.Agent));
        using var signed = await office.SendAsync(HttpMethod.Post, $"cases/{receipt.CaseId}/forms/M14/signature", Town.Agent, new SignForm(form.ContentHash, Forms.SigningTests.Drawing()));
        await office.SettleAsync();

        Assert.Equal(HttpStatusCode.Created, signed.StatusCode);
        Assert.Equal(["collect-r1"], await Journey.Of(office, receipt.CaseId).DeskOfAsync(Town.Agent));
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(HttpMethod.Get, $"cases/{receipt.CaseId}/forms/M04/text", Town.Agent)).StatusCode);
    }

    [Fact]
    public async Task A_code_is_tried_so_often_for_a_case_and_for_what_is_none_nothing_is_kept()
    {
        await using var office = await Office.OpenAsync(azurite);
        var before = await Stored.ReadAsync(azurite, office);

        for (var tries = 0; tries <= OneTimeCode.MostInAnHour; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(office, "'; DROP TABLE Cases;--", "00000000")).StatusCode);
        var after = await Stored.ReadAsync(azurite, office);
        for (var tries = 0; tries < OneTimeCode.MostInAnHour; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(office, "XT261124-ABC123", "00000000")).StatusCode);

        Assert.DoesNotContain(Stored.Changes(before, after), place => place.StartsWith("new: Index", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ClaimAsync(office, "XT261124-ABC123", "00000000")).StatusCode);
    }

    internal static async Task<CaseReceipt> ApplyAsync(Office office, SubmitCase? given = null)
    {
        var form = given ?? Applications.Ordinary();
        var until = new DateOnly(2027, 2, 24);
        var key = form.SubmissionId;
        if (!Codes.TryGetValue(key, out var code))
            Codes[key] = code = (await SigningByCodeTests.SendAsync(office, Town.Agent, form, Whole with { ExpiresOn = until })).DemoCode!;
        return await SigningByCodeTests.ApplyAsync(office, Town.Agent, form with { Mandate = Whole with { ExpiresOn = until, Consent = new(Applications.Name, code) } });
    }

    private static readonly Dictionary<string, string> Codes = [];

    internal static Task<HttpResponseMessage> ClaimAsync(Office office, string caseId, string code) =>
        office.SendAsync(HttpMethod.Post, Routes.ClaimCase, Town.Resident, new ClaimCase(caseId, code));
}
