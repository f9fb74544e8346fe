using OneVisit.Contracts;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Functions.Tests.Oversight;

public sealed class RemedyTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly RateCase Bad = new(2, "让我多跑了一趟", ["came-again"]);

    [Fact]
    public async Task A_bad_rating_lies_on_a_colleagues_desk_at_once_and_not_on_the_handlers()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);

        using var rated = await Bureau.RateAsync(journey, Bad);
        var task = Assert.Single(await Bureau.DeskAsync(office, Bureau.Colleague));

        Assert.True(rated.IsSuccessStatusCode);
        Assert.Equal(("contact-rater", journey.CaseId, Applications.Name, Applications.Phone), (task.Kind, task.About, task.Applicant, task.Phone));
        Assert.Contains("选的：让我多跑了", task.Facts!);
        Assert.Empty(await Bureau.DeskAsync(office, Town.Officer));
    }

    [Fact]
    public async Task It_is_called_about_put_right_and_asked_again_by_somebody_else()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(journey, Bad);
        var remedy = (await Bureau.DeskAsync(office, Bureau.Colleague)).Single().CaseId;

        await Bureau.DoAsync(office, remedy, "contact-rater-r1", Bureau.Colleague, new(MatterActNames.Contacted, Words: "说缺一张复印件", Complexity: "simple"));
        var fixedOne = await Bureau.DoAsync(office, remedy, "fix-service-r1", Bureau.Colleague, new(MatterActNames.Fixed, Words: "复印件由我们补"));
        using var byThemselves = await Bureau.ActAsync(office, remedy, "revisit-rater-r1", Bureau.Colleague, new(MatterActNames.Revisited, Satisfied: "yes"));
        await Bureau.DoAsync(office, remedy, "revisit-rater-r1", Town.Reviewer, new(MatterActNames.Revisited, Satisfied: "yes"));
        await office.SettleAsync();

        Assert.Equal(["revisit-rater"], fixedOne.Result!.Next);
        var problem = await Office.ProblemAsync(byThemselves);
        Assert.Equal((403, ProblemCodes.OtherDesk), (problem.Status, problem.Code));
        Assert.Contains("市级评查员", problem.Detail, StringComparison.Ordinal);
        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry.Kind == "rating-remedied");
        Assert.Empty(await office.Services.GetRequiredService<OversightBook>().ListOpenAsync());
        Assert.Equal([(NoticeKinds.RatingFixed, null), (NoticeKinds.RatingRemedied, "yes")], await RaterToldAsync(journey));
    }

    [Fact]
    public async Task The_same_rating_sent_twice_opens_one_remedy()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);

        using var first = await Bureau.RateAsync(journey, Bad);
        using var again = await Bureau.RateAsync(journey, Bad);
        using var another = await Bureau.RateAsync(journey, Bad with { Stars = 1, Tags = null });

        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal(ProblemCodes.AlreadyDone, (await Office.ProblemAsync(another)).Code);
        Assert.Single(await Bureau.DeskAsync(office, Bureau.Colleague));
    }

    [Fact]
    public async Task Two_colleagues_at_once_one_wins_and_the_other_is_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(journey, Bad);
        var remedy = (await Bureau.DeskAsync(office, Bureau.Colleague)).Single().CaseId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Bureau.ActAsync(
            office, remedy, "contact-rater-r1", Bureau.Colleague, new(MatterActNames.Contacted, Words: $"第 {i} 次打通了", Complexity: "simple"))));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Contains("孙立", (await Office.ProblemAsync(answers.Single(answer => !answer.IsSuccessStatusCode))).ActedBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_working_days_a_rating_is_too_late_and_it_is_said_until_when_it_was_open()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        var open = (await journey.SeeAsync()).RateUntil;

        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(8));
        using var late = await Bureau.RateAsync(journey, Bad);

        // Closed on Wednesday 2 December.
        Assert.Equal(new DateOnly(2026, 12, 9), open);
        Assert.Contains("2026 年 12 月 9 日（周三）", (await Office.ProblemAsync(late)).Detail, StringComparison.Ordinal);
        Assert.False((await journey.SeeAsync()).CanRate);
    }

    [Fact]
    public async Task A_tag_of_another_grade_is_not_taken()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        using var answer = await Bureau.RateAsync(journey, Bad with { Tags = ["kind"] });

        Assert.Contains("tags", (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Null((await journey.SeeAsync()).Rating);
    }

    [Fact]
    public async Task Uncalled_the_next_day_is_red_and_the_representative_and_the_city_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(journey, Bad);
        _ = await journey.NoticesAsync();

        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(2));
        var told = await Until(4, async () => (await journey.NoticesAsync()).Where(notice => notice.Kind == NoticeKinds.TaskEscalated).Select(notice => notice.To).Distinct().ToArray());

        Assert.Equal(new[] { Town.Chief, Town.Reviewer, Bureau.Colleague, Town.OtherOfficer }.Order(), told.Order());
        Assert.Equal("red", (await Bureau.DeskAsync(office, Bureau.Colleague)).Single().DueState);
    }

    [Fact]
    public async Task A_bad_rating_changes_nothing_in_the_raters_other_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var rated = await Bureau.FiledAsync(office);
        var other = await Journey.BeginAsync(office);
        await other.CollectAsync();
        var before = await Told(other);

        using var answer = await Bureau.RateAsync(rated, new RateCase(1, "态度恶劣", ["rude"]));
        var remedy = (await Bureau.DeskAsync(office, Bureau.Colleague)).Single(task => task.About is not null).CaseId;
        using var excluded = await office.SendAsync(HttpMethod.Put, $"cases/{rated.CaseId}/rating/exclusion", Town.Reviewer, new ExcludeRating("恶意差评，已核实"));
        await office.SettleAsync();

        Assert.True(excluded.IsSuccessStatusCode);
        Assert.Equal(before, await Told(other));
        Assert.DoesNotContain(await Bureau.DeskAsync(office, Bureau.Colleague), task => task.CaseId == remedy);
        Assert.Contains((await rated.SeeAsync()).Timeline, entry => entry.Kind == "rating-excluded");
        Assert.Equal(1, (await rated.SeeAsync()).Rating);
    }

    [Fact]
    public async Task A_rater_applies_again_like_anybody_else()
    {
        await using var office = await Office.OpenAsync(azurite);
        var first = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(first, new RateCase(1));

        var later = await Journey.BeginAsync(office);
        await later.CollectAsync();

        Assert.Equal(["mandated"], (await later.TaskAsync("survey-r1", Town.Officer)).Unusual);
    }

    [Fact]
    public async Task Only_the_citys_reviewer_leaves_a_rating_out_of_the_rates()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(journey, Bad);

        using var refused = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating/exclusion", Town.Chief, new ExcludeRating("不应该打这么低"));

        Assert.Contains("市级评查员", (await Office.ProblemAsync(refused)).Detail, StringComparison.Ordinal);
    }

    /// <summary>What who rated was told about it, once each.</summary>
    private static async Task<(string Kind, string? Satisfied)[]> RaterToldAsync(Journey journey) =>
    [
        .. (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident && notice.CaseId == journey.CaseId && notice.Kind.StartsWith("rating-", StringComparison.Ordinal))
            .DistinctBy(notice => notice.NoticeId).Select(notice => (notice.Kind, notice.Data.GetValueOrDefault("satisfied"))),
    ];

    /// <summary>Everything that can be told about a case, for its owner and at its desks.</summary>
    private static async Task<string> Told(Journey journey) => System.Text.Json.JsonSerializer.Serialize(
        new object[] { await journey.SeeAsync(), await journey.TaskAsync("survey-r1", Town.Officer), await journey.TaskAsync("verify-r1", Town.Officer) }, Wire.Json);

    // The clock's own work is done by a timer, which the moved clock has rung; it may still be at it.
    private static async Task<T[]> Until<T>(int many, Func<Task<T[]>> look)
    {
        var found = new List<T>();
        for (var patience = 0; patience < 200 && found.Distinct().Count() < many; patience++)
        {
            found.AddRange(await look());
            await Task.Yield();
        }
        return [.. found.Distinct()];
    }
}
