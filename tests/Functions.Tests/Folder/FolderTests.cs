using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Board;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;
using UglyToad.PdfPig;

namespace OneVisit.Functions.Tests.Folder;

public sealed class FolderTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_folder_tells_the_whole_case_on_one_page()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ClosedAsync(office);

        var folder = await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Chief);

        Assert.Equal(("closed", "张*", 4, "翟镇"), (folder.Status, folder.Applicant, folder.Members!.Value, folder.Township));
        Assert.Equal(["受理", "收集材料", "入户调查", "信息核对", "初审", "公示", "确认", "送达", "备案", "办结", "第二调查人签字"], folder.Stages.Select(stage => stage.Name));
        Assert.All(folder.Stages, stage => Assert.Equal("done", stage.State));
        Assert.Contains(folder.Timeline, entry => entry is { What: "入户调查完成", By: "何秀英（副首席代表）" });
        Assert.Contains(folder.Timeline, entry => entry.What == "材料收齐" && entry.By!.Contains("张*", StringComparison.Ordinal));
        Assert.Equal(("批准；每月 1,620 元", "王立新（首席代表）"), (folder.Decision!.Outcome, folder.Decision.By));
        Assert.Equal("ended", Assert.Single(folder.Notices).State);
        Assert.Contains(folder.Issued, paper => paper.Kind == "notice-certificate");
        Assert.Equal(5, folder.Rating!.Stars);
        Assert.NotNull(folder.Package);
    }

    [Fact]
    public async Task While_it_is_on_its_way_the_clock_of_each_stage_is_told_and_what_is_still_to_come()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var folder = await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Resident, "en");

        Assert.Equal(("open", "green"), folder.Stages.Single(stage => stage.Name == "Home visit") is { } survey ? (survey.State, survey.DueState) : default);
        Assert.Equal(("waiting", true), folder.Stages.Single(stage => stage.Name == "Decision") is { } decide ? (decide.State, decide.DueOn is not null) : default);
        Assert.Null(folder.Package);
    }

    [Fact]
    public async Task The_household_sees_that_somebody_objected_and_not_who()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var receipt = await ObjectionTests.ObjectAsync(office, await ObjectionTests.ObjectionAsync(office) with { Name = "刘大嘴" });
        await ObjectionTests.AnswerAsync(office, receipt, Town.OtherOfficer, new("answered", Words: "他家还有一处出租房", Finding: "upheld"));

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/folder", Town.Resident);
        var text = await answer.Content.ReadAsStringAsync();
        var folder = System.Text.Json.JsonSerializer.Deserialize<CaseFolder>(text, Wire.Json)!;

        Assert.Equal("属实", Assert.Single(folder.Objections).Finding);
        Assert.Equal("taken-down", Assert.Single(folder.Notices).State);
        Assert.NotNull(folder.Extended);
        Assert.DoesNotContain("刘大嘴", text, StringComparison.Ordinal);
        Assert.DoesNotContain("出租房", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Town.Resident, 200)]
    [InlineData(Town.Officer, 200)]
    [InlineData(Town.Reviewer, 200)]
    [InlineData(Town.OtherResident, 404)]
    [InlineData(Town.ForeignOfficer, 404)]
    public async Task It_is_for_who_may_see_the_case_and_to_others_it_is_not_there(string who, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var page = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/folder", who);
        using var paper = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/folder/paper", who);

        Assert.Equal((status, status), ((int)page.StatusCode, (int)paper.StatusCode));
    }

    [Theory]
    [InlineData("zh-CN", "办理经过", "入户调查")]
    [InlineData("en", "What happened", "Home visit")]
    public async Task It_is_printed_as_pdf_in_the_language_of_its_reader(string language, params string[] words)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/folder/paper", Town.Resident, language: language);
        using var paper = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Join(' ', paper.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));

        Assert.Contains(journey.CaseId, text, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word.Replace(" ", "", StringComparison.Ordinal), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("桂兰", text, StringComparison.Ordinal);
    }

    private static async Task<Journey> ClosedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();
        using var rated = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, new RateCase(5));
        rated.EnsureSuccessStatusCode();
        await office.SettleAsync();
        return journey;
    }
}
