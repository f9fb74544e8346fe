using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;
using UglyToad.PdfPig;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>The household reads who of the offices opened its papers; its own kin opens none.</summary>
public sealed class PaperLookTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Kin = "staff:zhai-officer-2";

    [Fact]
    public async Task The_household_reads_who_opened_a_scan_a_paper_and_a_form_once_a_day()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, scan) = await AtVerifyAsync(office);

        foreach (var _ in (int[])[1, 2])
        {
            foreach (var route in (string[])[scan, $"cases/{journey.CaseId}/papers/receipt", $"cases/{journey.CaseId}/forms/M03"])
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, route, Town.Officer));
        }
        var looks = (await journey.SeeAsync()).Looks!;

        Assert.Equal(3, looks.Count);
        var name = Town.Staff.Single(member => member.Participant == Town.Officer).Name;
        Assert.All(looks, look => Assert.Equal((true, "正在办您这件事"), (look.By.StartsWith(name, StringComparison.Ordinal), look.Reason)));
        Assert.Equal(["材料", "文书", "表格"], looks.Reverse().Select(look => look.What[..2]));
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, entry => entry.Kind == "paper-seen");
        Assert.Contains("working on it", (await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Resident, "en")).Looks!.Select(look => look.Reason));
    }

    [Fact]
    public async Task The_next_day_it_is_another_look_and_the_households_own_is_none()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, scan) = await AtVerifyAsync(office);

        await StatusAsync(office, scan, Town.Officer);
        await StatusAsync(office, scan, Town.Resident);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(1));
        await StatusAsync(office, scan, Town.Officer);

        Assert.Equal([1, 0], (await journey.SeeAsync()).Looks!.Select(look => look.On.DayNumber - Office.Today.DayNumber));
    }

    [Fact]
    public async Task Several_who_open_papers_at_once_are_all_noted()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, scan) = await AtVerifyAsync(office);
        string[] readers = [Town.Officer, Town.Chief, Town.Second, Town.Reviewer];

        var answers = await Task.WhenAll(readers.Select(who => StatusAsync(office, scan, who)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(readers.Length, (await journey.SeeAsync()).Looks!.DistinctBy(look => look.By).Count());
    }

    [Fact]
    public async Task Kin_of_the_household_opens_no_paper_of_it_and_leaves_no_look()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, scan) = await AtVerifyAsync(office);
        var kin = Town.Staff.Single(member => member.Participant == Kin).Name;
        await journey.DoAsync("verify-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = kin, Relation = "表亲" });

        foreach (var route in (string[])[scan, $"cases/{journey.CaseId}/papers/receipt", $"cases/{journey.CaseId}/forms/M03", $"cases/{journey.CaseId}/folder", $"cases/{journey.CaseId}/folder/paper", $"cases/{journey.CaseId}/package"])
        {
            using var answer = await office.SendAsync(HttpMethod.Get, route, Kin);
            Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Related, route), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code, route));
        }
        Assert.Empty((await journey.SeeAsync()).Looks!);
    }

    [Fact]
    public async Task An_agent_who_is_kin_sees_the_papers_while_they_run_the_errand()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var scan = await ScanAsync(journey);
        var kin = Town.Staff.Single(member => member.Participant == Town.Agent).Name;
        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.DeclareRelative) { Relative = kin, Relation = "表亲" });

        var running = await StatusAsync(office, scan, Town.Agent);
        await journey.CollectAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (running, await StatusAsync(office, scan, Town.Agent)));
    }

    [Theory]
    [InlineData(Town.Officer, true)]
    [InlineData(Town.Agent, true)]
    [InlineData(Town.Chief, false)]
    public async Task A_form_names_the_person_to_who_works_on_the_case_and_masks_them_to_others(string who, bool named)
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, _) = await AtVerifyAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M03", who);
        using var form = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Concat(form.GetPages().Select(page => page.Text));

        Assert.Equal(named, text.Contains(Applications.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(Applications.IdNumber, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_the_filed_package_is_told_to_the_household()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Oversight.Bureau.FiledAsync(office);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, $"cases/{journey.CaseId}/package", Town.Reviewer));

        var look = Assert.Single((await journey.SeeAsync()).Looks!);
        Assert.Equal(("归档的整卷材料", "单位管这件事，自己手上没有任务"), (look.What, look.Reason));
    }

    private static async Task<(Journey Journey, string Scan)> AtVerifyAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        var scan = await ScanAsync(journey);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        return (journey, scan);
    }

    private static async Task<string> ScanAsync(Journey journey)
    {
        await journey.SendPaperAsync("M04");
        var document = (await journey.SeeAsync()).Materials.Single(material => material.Code == "M04").Documents.Single();
        return $"cases/{journey.CaseId}/documents/{document.DocumentId}";
    }

    private static async Task<HttpStatusCode> StatusAsync(Office office, string route, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, route, who);
        return answer.StatusCode;
    }
}
