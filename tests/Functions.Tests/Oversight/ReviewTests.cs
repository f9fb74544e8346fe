using OneVisit.Contracts;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Oversight;

public sealed class ReviewTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_filed_case_is_drawn_with_its_reasons_and_anybody_can_draw_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        var draw = await Bureau.DrawAsync(office);

        var drawn = Assert.Single(draw.Drawn);
        Assert.Equal((journey.CaseId, true), (drawn.CaseId, draw.Reproduced));
        Assert.Equal(["lot", "fastest", "slowest", "new-representative"], drawn.Reasons);
        var again = Sampling.Draw(
            draw.Candidates.Select(known => new Candidate(
                known.CaseId, known.Service, known.Point, known.BasePercent, known.DaysUsed, known.DaysCommitted, known.Decider, known.Relatives, known.Complained, known.NumberOfDecider)),
            draw.Seed, draw.FirstOfRepresentative, draw.Extremes);
        Assert.Equal(draw.Drawn.Select(one => one.CaseId), again.Select(one => one.CaseId));
    }

    [Fact]
    public async Task Drawn_twice_it_is_one_draw_and_one_review()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);

        var draws = await Task.WhenAll(Bureau.DrawAsync(office), Bureau.DrawAsync(office));

        Assert.Equal(draws[0].Seed, draws[1].Seed);
        Assert.Single(await Bureau.DeskAsync(office, Town.Reviewer));
    }

    [Fact]
    public async Task The_month_before_is_drawn_by_itself_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);

        await office.MoveToAsync(new DateTimeOffset(2026, 12, 31, 17, 10, 30, TimeSpan.Zero));
        var desk = await Until(office);
        await office.MoveToAsync(new DateTimeOffset(2027, 1, 1, 17, 10, 30, TimeSpan.Zero));
        var draw = await office.GetAsync<DrawView>("supervision/draws/CC-202612", Town.Reviewer);

        Assert.Equal("review-file", Assert.Single(desk).Kind);
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31), 1), (draw.Month, draw.Through, draw.Drawn.Count));
        Assert.Single(await Bureau.DeskAsync(office, Town.Reviewer));
    }

    [Fact]
    public async Task A_review_shows_what_the_journal_knows_with_proof_and_asks_the_rest()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);
        var draw = await Bureau.DrawAsync(office);

        var criteria = (await office.GetAsync<TaskView>($"cases/{draw.Drawn[0].Review}/tasks/review-file-r1", Town.Reviewer)).Criteria!;

        Assert.Equal(("met", "调查人：翟敏、何秀英"), criteria.Single(criterion => criterion.Id == "two-checkers") is var checkers ? (checkers.Answer, checkers.Proof) : default);
        Assert.Contains("共 7 天", criteria.Single(criterion => criterion.Id == "notice-proof").Proof, StringComparison.Ordinal);
        Assert.Equal(["lawful-acceptance", "no-fees", "signed-record", "authorisations", "rights-told", "relatives-register", "index", "writing"], criteria.Where(criterion => criterion.Answer is null).Select(criterion => criterion.Id));
        Assert.All(criteria, criterion => Assert.Equal("demo", criterion.Status));
    }

    [Fact]
    public async Task A_reviewed_file_has_its_score_in_the_case_and_only_staff_see_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        var review = (await Bureau.DrawAsync(office)).Drawn[0].Review;
        var card = await office.GetAsync<TaskView>($"cases/{review}/tasks/review-file-r1", Town.Reviewer);

        var done = await Bureau.DoAsync(office, review, "review-file-r1", Town.Reviewer, Bureau.WellReviewed(card));
        await office.SettleAsync();
        var seen = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Chief);

        Assert.Equal("100 分，优秀", done.Result!.Reason);
        Assert.Equal((100m, "excellent"), (seen.Review!.Score, seen.Review.Grade));
        Assert.Null((await journey.SeeAsync()).Review);
    }

    [Fact]
    public async Task A_criterion_that_nobody_answered_is_named_and_nothing_is_changed()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);
        var review = (await Bureau.DrawAsync(office)).Drawn[0].Review;

        using var answer = await Bureau.ActAsync(office, review, "review-file-r1", Town.Reviewer, new(MatterActNames.Reviewed, Answers: new Dictionary<string, string?> { ["no-fees"] = "maybe" }));

        Assert.Contains("没有收费", (await Office.ProblemAsync(answer)).Errors!["answers"][0], StringComparison.Ordinal);
        Assert.Single(await Bureau.DeskAsync(office, Town.Reviewer));
    }

    [Fact]
    public async Task Guidance_goes_to_the_township_and_back_until_it_is_well()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);
        var review = (await Bureau.DrawAsync(office)).Drawn[0].Review;
        var card = await office.GetAsync<TaskView>($"cases/{review}/tasks/review-file-r1", Town.Reviewer);

        await Bureau.DoAsync(office, review, "review-file-r1", Town.Reviewer, Bureau.WithGuidance(card));
        var correct = Assert.Single(await Bureau.DeskAsync(office, Town.Chief));
        await Bureau.DoAsync(office, review, "correct-file-r1", Town.Chief, new(MatterActNames.Corrected, Words: "户主已补签"));
        await Bureau.DoAsync(office, review, "recheck-file-r1", Town.Reviewer, new(MatterActNames.RecheckFailed, Reason: "签字不是本人的"));
        await Bureau.DoAsync(office, review, "correct-file-r2", Town.Chief, new(MatterActNames.Corrected, Words: "本人到场补签"));
        await Bureau.DoAsync(office, review, "recheck-file-r2", Town.Reviewer, new(MatterActNames.RecheckPassed));

        // Five working days from Wednesday 2 December.
        Assert.Equal(("correct-file", new DateOnly(2026, 12, 9)), (correct.Kind, correct.DueOn));
        Assert.Contains("补上户主签字", string.Join('\n', correct.Facts!), StringComparison.Ordinal);
        Assert.Empty((await Bureau.DeskAsync(office, Town.Chief)).Concat(await Bureau.DeskAsync(office, Town.Reviewer)));
    }

    [Fact]
    public async Task Who_is_no_reviewer_neither_draws_nor_sees_a_draw()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var drawing = await office.SendAsync(HttpMethod.Post, Routes.Draws, Town.Officer, new DrawCases());
        using var looking = await office.SendAsync(HttpMethod.Get, "supervision/draws/CC-202611", Town.Resident);

        Assert.Equal((403, 403), ((int)drawing.StatusCode, (int)looking.StatusCode));
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2030-01")]
    [InlineData("last month")]
    public async Task Only_a_month_that_is_over_is_drawn_as_a_whole(string month)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Draws, Town.Reviewer, new DrawCases(month));

        Assert.Contains("month", (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    private static async Task<TaskView[]> Until(Office office)
    {
        var desk = await Bureau.DeskAsync(office, Town.Reviewer);
        for (var patience = 0; patience < 200 && desk.Length == 0; patience++)
            desk = await Bureau.DeskAsync(office, Town.Reviewer);
        return desk;
    }
}
