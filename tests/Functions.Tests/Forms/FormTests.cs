using System.Net;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;
using UglyToad.PdfPig;

namespace OneVisit.Functions.Tests.Forms;

/// <summary>Forms of a case and of a draft: who gets them, and what stands on them for whom.</summary>
public sealed class FormTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task The_owner_prints_each_form_of_the_case_with_the_number_in_full()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        foreach (var material in (string[])["M03", "M04", "M05", "M14"])
            Assert.All([Applications.Name, Applications.IdNumber, "农村低保", journey.CaseId], words => Assert.Contains(words, TextOf(PrintAsync(office, journey, material, Town.Resident).Result), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Town.Agent)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Reviewer)]
    public async Task Staff_print_it_with_the_number_and_the_phone_masked(string who)
    {
        await using var office = await Office.OpenAsync(azurite);

        var text = TextOf(await PrintAsync(office, await Journey.BeginAsync(office), "M03", who));

        Assert.DoesNotContain(Applications.IdNumber, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Applications.Phone, text, StringComparison.Ordinal);
        Assert.Contains("370982********0016", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Town.OtherResident)]
    [InlineData(Town.ForeignOfficer)]
    public async Task For_strangers_there_is_no_form(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M03", who);

        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NotFound), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task An_agent_whose_mandate_was_taken_back_prints_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M03", Town.Agent);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (revoked.StatusCode, answer.StatusCode));
    }

    [Theory]
    [InlineData("M01")]
    [InlineData("M08")]
    [InlineData("M99")]
    public async Task There_is_no_form_for_what_others_issue(string material)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/{material}", Town.Resident);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_is_kept_by_nobody_on_the_way_and_its_name_tells_of_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M04", Town.Resident);

        Assert.Equal(
            ("application/pdf", "inline; filename=M04.pdf", true),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal), answer.Headers.CacheControl!.NoStore));
    }

    [Fact]
    public async Task Who_reads_English_finds_it_beneath_the_Chinese()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M05", Town.Resident, language: "en");

        Assert.All(["诚信承诺书", "Statementoftruthfulness"], words => Assert.Contains(words, TextOf(answer.Content.ReadAsByteArrayAsync().Result), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_there_is_a_case_a_form_is_filled_in_from_the_draft()
    {
        await using var office = await Office.OpenAsync(azurite);

        var text = TextOf(await PrintDraftAsync(office, "M03", Applications.OfOne()));

        Assert.All([Applications.Name, Applications.IdNumber, "全家每月收入1,300元", "诚信承诺书", "尚未提交"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_of_which_next_to_nothing_is_told_is_a_form_to_write_on()
    {
        await using var office = await Office.OpenAsync(azurite);

        var text = TextOf(await PrintDraftAsync(office, "M05", Applications.OfOne() with { Applicant = null!, Household = null!, Materials = null! }));

        Assert.Contains("承诺人身份证号码", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_service_has_its_application_form()
    {
        await using var office = await Office.OpenAsync(azurite);
        foreach (var service in await office.GetAsync<ServiceView[]>(Routes.Services, null))
            Assert.Contains("民政事项申请表", TextOf(await PrintDraftAsync(office, "M03", Applications.OfOne() with { Services = [service.Code] })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_wrongly_in_a_draft_is_said_field_by_field()
    {
        await using var office = await Office.OpenAsync(azurite);
        var wrong = Applications.OfOne() with { Applicant = new("张桂兰", "370982197001010017", "12", "nowhere"), Household = Applications.Household with { Members = 99 } };

        using var answer = await office.SendAsync(HttpMethod.Post, "forms/M03", Town.Resident, wrong);

        Assert.Equal(["applicant.idNumber", "applicant.phone", "applicant.village", "household.members"], (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Drafts_are_of_residents()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, "forms/M03", Town.Officer, Applications.OfOne());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Printing_a_draft_makes_no_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        await PrintDraftAsync(office, "M03", Applications.OfOne());

        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
    }

    internal static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(page => page.Text).Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static async Task<byte[]> PrintAsync(Office office, Journey journey, string material, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/{material}", who);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<byte[]> PrintDraftAsync(Office office, string material, SubmitApplication draft)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, $"forms/{material}", Town.Resident, draft);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
