using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>The number itself is lost: whoever has seen the ID card in person enters another.</summary>
public sealed class PhoneTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string NewPhone = "13900002222";

    private static readonly ReplacePhone Wish = new(NewPhone, CardSeen: true, "原来的手机号停用了，本人带身份证来窗口改");

    [Theory]
    [InlineData(Town.Agent)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Bureau)]
    public async Task From_then_on_codes_go_to_the_new_number_and_the_old_proof_opens_nothing(string who)
    {
        var rung = new List<string>();
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton<ICodeGateway>(new Telephone(rung)));
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        await first.NoticesAsync();

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{first.CaseId}/phone", who, Wish);
        await office.SettleAsync();

        Assert.Equal(new PhoneNowOnRecord("139****2222", 2), await Office.ReadAsync<PhoneNowOnRecord>(answer));
        using var code = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, Town.Resident, new ProofRequest(Applications.Name, Applications.IdNumber));
        Assert.Equal((HttpStatusCode.Accepted, NewPhone), (code.StatusCode, Assert.Single(rung)));
        var told = await first.NoticesAsync();
        Assert.Equal(new[] { first.CaseId, second.CaseId }.Order(StringComparer.Ordinal), told.Where(notice => notice is { Kind: NoticeKinds.PhoneReplaced, To: Town.Resident }).Select(notice => notice.CaseId).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(told, notice => notice.Data.Values.Any(value => value.Contains("2222", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sent_again_it_is_answered_the_same_and_the_household_is_told_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));

        using var once = await office.SendAsync(HttpMethod.Put, $"cases/{first.CaseId}/phone", Town.Officer, Wish);
        using var again = await office.SendAsync(HttpMethod.Put, $"cases/{first.CaseId}/phone", Town.Officer, Wish);
        await office.SettleAsync();

        Assert.Equal(await Office.ReadAsync<PhoneNowOnRecord>(once), await Office.ReadAsync<PhoneNowOnRecord>(again));
        foreach (var journey in new[] { first, second })
            Assert.Single((await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!.Entries, entry => entry.Event is PhoneReplaced);
    }

    [Fact]
    public async Task What_was_erased_is_not_replaced()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        foreach (var journey in new[] { first, second })
            await office.Services.GetRequiredService<Storage.JournalKeys>().DestroyAsync(journey.CaseId);

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{first.CaseId}/phone", Town.Officer, Wish);

        Assert.Equal((HttpStatusCode.Gone, ProblemCodes.Erased), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
        foreach (var journey in new[] { first, second })
            Assert.DoesNotContain((await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!.Entries, entry => entry.Event is PhoneReplaced);
    }

    [Fact]
    public async Task Who_did_it_and_why_stands_in_the_journal_and_the_number_is_sealed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, Wish);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var file = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!;
        var entry = file.Entries.Single(entry => entry.Event is PhoneReplaced);
        var replaced = (PhoneReplaced)entry.Event;
        Assert.Equal((Town.Officer, Wish.Reason, "139****2222"), (entry.Actor.Participant, replaced.Reason, replaced.PhoneMasked));
        Assert.DoesNotContain(NewPhone, replaced.PhoneSealed, StringComparison.Ordinal);
        Assert.Contains((await journey.SeeAsync()).Timeline, line => line.Kind == "phone-replaced" && line.Note == Wish.Reason);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(NewPhone, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Town.ForeignOfficer, HttpStatusCode.NotFound)]
    [InlineData(Town.NeighbourAgent, HttpStatusCode.NotFound)]
    [InlineData(Town.Reviewer, HttpStatusCode.Forbidden)]
    [InlineData(Town.Resident, HttpStatusCode.Forbidden)]
    public async Task Nobody_else_enters_a_number(string who, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", who, Wish);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, line => line.Kind == "phone-replaced");
    }

    [Fact]
    public async Task Nobody_enters_a_number_for_their_own_kin()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Applications.Ordinary() with { Relatives = new RelativesTold("yes", "我表弟翟敏在镇民政办") });

        using var kin = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, Wish);
        using var colleague = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.OtherOfficer, Wish);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Related, HttpStatusCode.OK), (kin.StatusCode, (await Office.ProblemAsync(kin)).Code, colleague.StatusCode));
    }

    [Fact]
    public async Task Without_a_mandate_an_agent_enters_none()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Agent, Wish);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("cardSeen")]
    [InlineData("phone")]
    [InlineData("reason")]
    public async Task What_is_missing_is_said_and_nothing_is_changed(string missing)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var wish = missing switch { "cardSeen" => Wish with { CardSeen = false }, "phone" => Wish with { Phone = "123" }, _ => Wish with { Reason = " " } };

        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, wish);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, line => line.Kind == "phone-replaced");
    }

    private sealed class Telephone(List<string> rung) : ICodeGateway
    {
        public Task<string?> SendAsync(string phone, string code, Domain.Language language, CancellationToken cancellation)
        {
            rung.Add(phone);
            return Task.FromResult<string?>(null);
        }
    }
}
