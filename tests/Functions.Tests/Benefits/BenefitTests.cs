using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Benefits;

public sealed class BenefitTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly ReportChange Death = new("change-submission-01", "death", "婆婆昨天夜里走了");

    [Fact]
    public async Task An_approved_allowance_lies_on_the_townships_desk_again_when_its_time_has_come()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        var drawn = (await journey.SeeAsync()).Benefit!;
        _ = await journey.NoticesAsync();

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMonths(12).AddDays(3));
        var task = await Until(async () => (await Bureau.DeskAsync(office, Town.Officer)).FirstOrDefault(view => view.Kind == "check-benefit"));

        // The desk has it before the household is told.
        var told = await Until(async () => (await journey.NoticesAsync()).FirstOrDefault(notice => notice.Kind == NoticeKinds.BenefitReview));

        Assert.Equal((1620m, true), (drawn.Monthly, drawn.Running));
        Assert.NotNull(drawn.ReviewOn);
        Assert.Equal((journey.CaseId, 1620m), (task!.About, task.EstimatedAmount));
        Assert.Equal((Town.Resident, journey.CaseId), (told!.To, told.CaseId));
    }

    [Fact]
    public async Task A_death_reported_twice_is_one_matter_and_the_amount_changes_only_after_two_people()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        var first = await ReportAsync(journey, Town.Resident, Death);
        using var again = await SendAsync(journey, Town.Resident, Death);
        var second = await Office.ReadAsync<ChangeReceipt>(again);
        Assert.Equal((first.MatterId, HttpStatusCode.OK), (second.MatterId, again.StatusCode));

        var task = Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
        Assert.Equal((Death.Words, "benefit-death"), (task.Story, task.Unusual[0]));
        await Bureau.DoAsync(office, first.MatterId, "check-benefit-r1", Town.Officer, new(MatterActNames.BenefitChange, Amount: 1200, Words: "婆婆去世，按三口人重新算"));
        Assert.Equal(1620m, (await journey.SeeAsync()).Benefit!.Monthly);

        await Bureau.DoAsync(office, first.MatterId, "confirm-benefit-r1", Town.Chief, new(MatterActNames.BenefitConfirmed));
        await office.SettleAsync();
        var view = await journey.SeeAsync();

        Assert.Contains(view.Timeline, entry => entry.Kind == "benefit-changed" && entry.Note!.Contains("1,200", StringComparison.Ordinal));
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.BenefitChanged);
        Assert.Equal((Town.Resident, "1200"), (told.To, told.Data["amount"].Split('.')[0]));
        Assert.Empty(await office.Services.GetRequiredService<OversightBook>().ListOpenAsync());
    }

    [Fact]
    public async Task The_same_report_with_other_words_is_refused_and_nothing_is_changed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        _ = await ReportAsync(journey, Town.Resident, Death);

        using var other = await SendAsync(journey, Town.Resident, Death with { Words = "其实是邻居家的老人" });

        Assert.Equal(ProblemCodes.SameSubmissionOtherContent, (await Office.ProblemAsync(other)).Code);
        Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
    }

    [Fact]
    public async Task For_another_resident_there_is_no_such_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        using var stranger = await SendAsync(journey, Town.OtherResident, Death);
        using var foreign = await SendAsync(journey, Town.ForeignOfficer, Death);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.StatusCode, foreign.StatusCode));
        Assert.DoesNotContain(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
    }

    [Theory]
    [InlineData("due", "婆婆昨天夜里走了", null, "cause")]
    [InlineData("death", "走了", null, "words")]
    [InlineData("death", "婆婆昨天夜里走了", "2099-01-01", "on")]
    public async Task What_cannot_be_is_said_field_by_field(string cause, string words, string? on, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        using var answer = await SendAsync(journey, Town.Resident, new ReportChange("change-submission-02", cause, words, on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Contains(field, (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task While_nothing_is_drawn_there_is_nothing_to_report()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SendAsync(journey, Town.Resident, Death);

        Assert.Equal((409, ProblemCodes.OutOfOrder), ((int)answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task A_change_that_was_applied_for_and_decided_falls_on_what_the_household_draws_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var drawing = await Bureau.FiledAsync(office);
        using var applied = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, Applications.Together("D1.3") with { Materials = ["M01", "M02", "M03", "M05", "M07"] });
        var change = Journey.Of(office, Assert.Single((await Office.ReadAsync<ApplicationReceipt>(applied)).Cases).CaseId);
        await office.SettleAsync();

        await change.DoAsync("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M05", "M07"]));
        await change.DoAsync("review-r1", Town.Officer, new(ActNames.Propose, Amount: 800));
        await change.DoAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 800));
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(11));
        var changed = await Until(async () => (await drawing.SeeAsync()).Timeline.FirstOrDefault(entry => entry.Kind == "benefit-changed"));
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(11));

        Assert.Contains("800", changed!.Note, StringComparison.Ordinal);
        Assert.Single((await drawing.SeeAsync()).Timeline, entry => entry.Kind == "benefit-changed");
        Assert.Null((await change.SeeAsync()).Benefit);
    }

    [Fact]
    public async Task Neither_log_nor_number_tells_what_was_reported()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        var receipt = await ReportAsync(journey, Town.Resident, Death);

        Assert.StartsWith("FH" + journey.CaseId[2..] + "-", receipt.MatterId, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains("婆婆", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> SendAsync(Journey journey, string who, ReportChange change) =>
        journey.Office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/changes", who, change);

    private static async Task<ChangeReceipt> ReportAsync(Journey journey, string who, ReportChange change)
    {
        using var answer = await SendAsync(journey, who, change);
        return await Office.ReadAsync<ChangeReceipt>(answer);
    }

    private static async Task<T> Until<T>(Func<Task<T>> look)
    {
        for (var tries = 0; ; tries++)
        {
            var seen = await look();
            if (seen is not null || tries == 200)
                return seen;
            await Task.Yield();
        }
    }
}
