using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Issuing;

/// <summary>Receipts and decision letters: issued by themselves, once, open to who may see the case, confirmed to who has their code.</summary>
public sealed class PaperTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_receipt_is_there_with_the_acceptance_and_its_owner_opens_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var receipt = Assert.Single((await journey.SeeAsync()).Issued!);

        Assert.Equal((PaperKinds.Receipt, "受理通知书", $"新民受〔2026〕{journey.CaseId[4..]}号", "valid"), (receipt.Kind, receipt.Name, receipt.Number, receipt.State));
        Assert.Equal("%PDF"u8.ToArray(), (await FetchAsync(journey, PaperKinds.Receipt, Town.Resident))[..4]);
    }

    [Fact]
    public async Task A_decision_letter_is_there_with_the_decision_for_the_household_its_agent_and_the_offices()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();

        foreach (var who in new[] { Town.Resident, Town.Agent, Town.Officer, Town.Chief, Town.Filing })
            Assert.NotEmpty(await FetchAsync(journey, PaperKinds.DecisionLetter, who));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(journey, Town.OtherResident));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(journey, Town.ForeignOfficer));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(journey, null));
    }

    [Fact]
    public async Task The_card_of_the_decider_names_the_letter()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();

        Assert.Contains((await journey.TaskAsync("decide-r1", Town.Chief)).Issued!, paper => paper.Kind == PaperKinds.DecisionLetter);
    }

    [Fact]
    public async Task A_decision_says_by_when_it_must_be_in_the_households_hands()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.DoAsync("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: "家庭存款超过规定标准"));

        var seen = await journey.SeeAsync();

        Assert.Equal(new DateOnly(2026, 12, 7), seen.Decision!.DeliverBy);
        Assert.Contains(seen.Issued!, paper => paper.Kind == PaperKinds.DecisionLetter);
    }

    [Fact]
    public async Task What_was_issued_is_not_printed_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var before = (await FileAsync(journey)).Current;

        await office.Services.GetRequiredService<PaperIssuer>().IssueAsync(await FileAsync(journey), CancellationToken.None);

        Assert.Equal(before.Version, (await FileAsync(journey)).Current.Version);
    }

    [Fact]
    public async Task Two_who_print_at_once_print_the_same_and_it_is_journalled_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var file = await FileAsync(journey);
        var before = await office.Services.GetRequiredService<CaseCabinet>().FileOfAsync([.. file.Entries.TakeWhile(entry => entry.Event is not PaperIssued)], file.Current.Key, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => office.Services.GetRequiredService<PaperIssuer>().IssueAsync(before, CancellationToken.None)));

        Assert.Equal(file.Current.Issued.ToArray(), (await FileAsync(journey)).Current.Issued.ToArray());
    }

    [Fact]
    public async Task Who_has_the_code_is_told_that_the_paper_is_genuine_and_nothing_about_a_person()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var issued = (await FileAsync(journey)).Current.Issued.Single().Issued;

        using var answer = await office.SendAsync(HttpMethod.Get, $"verify/{issued.CheckCode}", participant: null);
        var text = await answer.Content.ReadAsStringAsync();
        var proof = System.Text.Json.JsonSerializer.Deserialize<PaperProof>(text, Wire.Json)!;

        Assert.Equal(("受理通知书", issued.Number, "新泰市民政局（翟镇专用章）", new DateOnly(2026, 11, 24), "农村低保", "valid"), (proof.Name, proof.Number, proof.Office, proof.IssuedOn, proof.Item, proof.State));
        Assert.All([Applications.Name, "张*", Applications.IdNumber, "370982****", Applications.Phone, "史家庄"], personal => Assert.DoesNotContain(personal, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hash_told_is_that_of_the_file()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var issued = (await FileAsync(journey)).Current.Issued.Single().Issued;

        var proof = await office.GetAsync<PaperProof>($"verify/{issued.CheckCode}", null);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await FetchAsync(journey, PaperKinds.Receipt, Town.Resident))), proof.FileHash);
    }

    [Theory]
    [InlineData("7K2QD-X9ABC-4MN0P-WR5TZ")]
    [InlineData("nonsense")]
    [InlineData("%E6%96%87%E4%B9%A6")]
    public async Task A_code_that_nobody_issued_is_not_found(string code)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, $"verify/{code}", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(ProblemCodes.NotFound, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_paper_that_the_city_takes_back_is_told_as_withdrawn()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var issued = (await FileAsync(journey)).Current.Issued.Single().Issued;
        var wish = new WithdrawPaper(issued.Number, "文号写错，重新出具");

        using var township = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/papers/receipt/withdrawal", Town.Chief, wish);
        using var city = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/papers/receipt/withdrawal", Town.Reviewer, wish);
        using var again = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/papers/receipt/withdrawal", Town.Bureau, wish);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Conflict), (township.StatusCode, city.StatusCode, again.StatusCode));
        Assert.Equal("withdrawn", (await office.GetAsync<PaperProof>($"verify/{issued.CheckCode}", null)).State);
    }

    private static async Task<CaseFile> FileAsync(Journey journey) => (await journey.Office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!;

    private static async Task<byte[]> FetchAsync(Journey journey, string kind, string who)
    {
        using var answer = await journey.Office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/{kind}", who);
        Assert.True(answer.IsSuccessStatusCode, $"{who}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(Journey journey, string? who)
    {
        using var answer = await journey.Office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/{PaperKinds.DecisionLetter}", who);
        return answer.StatusCode;
    }
}
