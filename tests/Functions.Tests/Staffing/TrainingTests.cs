using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Catalogue;
using OneVisit.Functions.Staffing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Staffing;

/// <summary>From 2027 on, deciding on the allowance takes a training (demo rule of the catalogue).</summary>
public sealed class TrainingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    // A Tuesday morning in Beijing.
    private static readonly DateTimeOffset In2027 = new(2027, 1, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_representative_who_passed_it_decides()
    {
        await using var office = await Office.OpenAsync(azurite, opening: In2027);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        Assert.Equal(ActNames.Approve, (await journey.ApproveAsync()).Result!.Action);
    }

    [Fact]
    public async Task Where_the_representative_has_not_the_decision_opens_at_the_bureau()
    {
        await using var office = await Office.OpenAsync(azurite, opening: In2027);
        await SeedAsync(office, trained: false);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        Assert.Contains("decide-r1", await journey.DeskOfAsync(Town.Bureau));
        Assert.DoesNotContain("decide-r1", await journey.DeskOfAsync(Town.Chief));
    }

    [Fact]
    public async Task One_whose_training_ended_while_the_case_lay_there_is_told_what_is_missing_and_it_goes_on()
    {
        await using var office = await Office.OpenAsync(azurite, opening: In2027);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await SeedAsync(office, trained: false);

        using var answer = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));
        var problem = await Office.ProblemAsync(answer);
        await office.SettleAsync();

        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.TrainingRequired), (answer.StatusCode, problem.Code));
        Assert.Contains("低保和特困审核确认", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("孙宁", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("decide-r1", await journey.DeskOfAsync(Town.Bureau));
    }

    [Fact]
    public async Task A_training_that_ends_within_a_month_is_told_the_person_and_the_reviewer_once()
    {
        await using var office = await Office.OpenAsync(azurite, opening: In2027);
        var directory = office.Services.GetRequiredService<StaffDirectory>();
        await directory.SeedAsync(Town.Staff.Where(member => member.Participant == Town.Chief).Select(member => member with { Trainings = [new("low-income-decisions", new(2025, 2, 4), new(2027, 2, 4))] }));
        var warn = new WarnOfTrainings(
            directory, office.Services.GetRequiredService<TrainingWarnings>(), office.Services.GetRequiredService<TrainingNotices>(), office.Services.GetRequiredService<NoticeQueue>(), office.Services.GetRequiredService<CatalogueShelf>().InForce, office.Clock);

        await warn.Run(null!, default);
        await warn.Run(null!, default);

        var told = (await office.Services.GetRequiredService<NoticeQueue>().ReceiveAsync(32)).Select(received => received.Notice).Where(notice => notice.Kind == NoticeKinds.TrainingEnds).ToArray();
        var tellings = new List<(string, string, string)>();
        foreach (var notice in told.OrderBy(notice => notice.To, StringComparer.Ordinal))
        {
            var data = (await office.GetAsync<NoticeTelling>($"my/notices/{notice.NoticeId}", notice.To)).Data;
            tellings.Add((notice.To, data["own"], data["until"]));
        }
        Assert.Equal([(Town.Reviewer, "no", "2027-02-04"), (Town.Chief, "yes", "2027-02-04")], tellings);
    }

    [Fact]
    public async Task A_training_that_ends_later_is_not_told_of_yet()
    {
        await using var office = await Office.OpenAsync(azurite, opening: In2027);
        var directory = office.Services.GetRequiredService<StaffDirectory>();
        await directory.SeedAsync(Town.Staff.Where(member => member.Participant == Town.Chief).Select(member => member with { Trainings = [new("low-income-decisions", new(2025, 2, 5), new(2027, 2, 5))] }));

        await new WarnOfTrainings(
            directory, office.Services.GetRequiredService<TrainingWarnings>(), office.Services.GetRequiredService<TrainingNotices>(), office.Services.GetRequiredService<NoticeQueue>(), office.Services.GetRequiredService<CatalogueShelf>().InForce, office.Clock).Run(null!, default);

        Assert.Empty(await office.Services.GetRequiredService<NoticeQueue>().ReceiveAsync(32));
    }

    private static Task SeedAsync(Office office, bool trained) => office.Services.GetRequiredService<StaffDirectory>().SeedAsync(
        Town.Staff.Where(member => member.Participant == Town.Chief).Select(member => trained ? member : member with { Trainings = [] }));
}
