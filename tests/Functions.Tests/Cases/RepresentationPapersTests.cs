using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Forms;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>Who signs for somebody says so, on every paper; and each of the two gets what is theirs.</summary>
public sealed class RepresentationPapersTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task Who_acts_signs_with_their_own_name_for_the_person_and_the_form_says_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        var form = await office.GetAsync<FormView>($"cases/{journey.CaseId}/forms/M05/text", Town.Resident);

        using var inHerName = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/forms/M05/signature", Town.Resident, new SignForm(form.ContentHash, TypedName: Applications.Name));
        using var own = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/forms/M05/signature", Town.Resident, new SignForm(form.ContentHash, TypedName: Acting.Name));
        var paper = await Office.ReadAsync<DocumentView>(own);
        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{paper.DocumentId}", Town.Officer);

        Assert.Equal((Acting.Name, Applications.Name), (form.Signer, form.SignsFor));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, inHerName.StatusCode);
        Assert.Contains("本表由李小梅（受托人）代张桂兰填写并签名。", FormTests.TextOf(await fetched.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_to_print_names_both_and_is_signed_on_paper()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        using var printed = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M14", Town.Resident);
        using var draft = await office.SendAsync(HttpMethod.Post, "forms/M14", Town.Resident, new SubmitApplication(
            Guid.NewGuid().ToString(), ["D1.2"], "zh-CN", Applications.Household, Acting.ForMother().Applicant, [], "2026-1", false) { Representative = Acting.ForMother().Representative });
        using var onScreen = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M14/text", Town.Resident);

        foreach (var text in (string[])[FormTests.TextOf(await printed.Content.ReadAsByteArrayAsync()), FormTests.TextOf(await draft.Content.ReadAsByteArrayAsync())])
            Assert.All(["授权委托书", Applications.Name, Acting.Name, Acting.IdNumber, "女儿"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, onScreen.StatusCode);
    }

    [Fact]
    public async Task The_receipt_names_both()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        using var receipt = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/papers/receipt", Town.Resident);

        Assert.Contains("代理人李小梅（受托人）", FormTests.TextOf(await receipt.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acted_takes_what_is_theirs_and_the_mother_everything()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, "13700001111");

        var daughters = await ExportAsync(office, Town.Resident);
        await Acting.ProvesAsync(office, Town.OtherResident, Applications.Name, Applications.IdNumber);
        var mothers = await ExportAsync(office, Town.OtherResident);

        Assert.Empty(JsonNode.Parse(daughters)!["cases"]!.AsArray());
        var acted = Assert.Single(JsonNode.Parse(daughters)!["actedFor"]!.AsArray())!;
        Assert.Equal((journey.CaseId, "张*", Acting.Name, "2026-11-24"), (acted["caseId"]!.ToString(), acted["person"]!.ToString(), acted["name"]!.ToString(), acted["from"]!.ToString()));
        Assert.All((string[])[Applications.Name, Applications.IdNumber], value => Assert.DoesNotContain(value, daughters, StringComparison.Ordinal));
        Assert.StartsWith("由女儿李*代办", JsonNode.Parse(mothers)!["cases"]![0]!["representative"]!.ToString(), StringComparison.Ordinal);
        Assert.All((string[])[Acting.Name, Acting.IdNumber, Acting.Phone], value => Assert.DoesNotContain(value, mothers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_officer_sees_of_who_acts_in_full_has_a_reason_and_the_household_sees_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());

        using var shown = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", Town.Officer,
            new RevealValue("look-0000000000000001", RevealedValues.RepresentativeIdNumber, RevealReasons.Identity, "核对代办人的身份证"));
        using var none = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/revealed", Town.Officer,
            new RevealValue("look-0000000000000002", RevealedValues.Phone, RevealReasons.Contact, "给申请人打电话"));
        await office.SettleAsync();

        Assert.Equal(Acting.IdNumber, (await Office.ReadAsync<RevealedView>(shown)).Value);
        Assert.Equal(["what"], (await Office.ProblemAsync(none)).Errors!.Keys);
        Assert.Equal("代办人的身份证号码", Assert.Single((await journey.SeeAsync()).Looks!).What);
    }

    private static async Task<string> ExportAsync(Office office, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, who);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(await zip.GetEntry("data.json")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
