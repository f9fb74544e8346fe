using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>近亲属备案 over the wire: declared, detected, kept away, visited, listed.</summary>
public sealed class RelativesTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static SubmitCase Telling(string answer, string? who = null) => Applications.Ordinary() with { Relatives = new RelativesTold(answer, who) };

    [Fact]
    public async Task Whom_the_household_names_is_kept_away_and_the_city_visits()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Telling("yes", "我舅舅王立新在镇民政办"));

        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.HangNoticeAsync();

        // The chief representative is kin, and the deputy has no authority of their own here.
        Assert.Equal("bureau-officer", (await journey.TaskAsync("decide-r1", Town.Reviewer)).Role);
        Assert.Equal(["city-visit-r1"], await journey.DeskOfAsync(Town.Reviewer));
        Assert.DoesNotContain(await journey.NoticesAsync(), notice => notice.To == Town.Chief);
    }

    [Fact]
    public async Task Nothing_is_decided_before_the_visit_and_the_answer_says_who_visits()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Telling("yes", "李大明，村会计，我表弟"));
        await journey.ToDecisionAsync();

        using var early = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));
        var problem = await Office.ProblemAsync(early);
        await journey.DoAsync("city-visit-r1", Town.Reviewer, new(ActNames.Visited, Investigators: ["赵严", "李文静"], Words: "情况属实，无异常"));
        var approved = await journey.ApproveAsync();

        Assert.Equal((409, ProblemCodes.CityVisitRequired), (problem.Status, problem.Code));
        Assert.Contains("赵严", problem.Detail);
        Assert.Equal(ActNames.Approve, approved.Result!.Action);
    }

    [Fact]
    public async Task Who_declares_themselves_is_told_who_else_can_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "self", Relation = "表弟" });

        using var refused = await journey.TryAsync("verify-r1", Town.Officer, new(ActNames.Verified, Verification: "consistent"));
        var problem = await Office.ProblemAsync(refused);

        Assert.Equal((403, ProblemCodes.Related), (problem.Status, problem.Code));
        Assert.Contains("孟凡强", problem.Detail);
        Assert.Empty(await journey.DeskOfAsync(Town.Officer));
        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.OtherOfficer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_declares_themselves_hears_who_does_it_now_however_often_and_sees_nothing_of_the_household_any_more()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var declares = new TaskOutcome(ActNames.DeclareRelative) { Relative = "self", Relation = "表弟" };

        var (first, again) = (await journey.DoAsync("survey-r1", Town.Officer, declares), await journey.DoAsync("survey-r1", Town.Officer, declares));

        Assert.Equal((ActNames.DeclareRelative, first.Result!.At), (again.Result!.Action, again.Result.At));
        Assert.All((TaskView[])[first, again], card =>
        {
            Assert.Contains("孟凡强", card.Result!.Reason, StringComparison.Ordinal);
            Assert.Equal((0, 0, 0, null, null, null), (card.Actions.Count, card.Materials.Count, card.Checked.Count, card.Story, card.Phone, card.Members));
            Assert.DoesNotContain(Applications.Name, card.Applicant, StringComparison.Ordinal);
        });
        Assert.Single((await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Reviewer)).Relatives!);
    }

    [Fact]
    public async Task When_all_who_hold_the_post_are_kin_the_deputy_has_the_work()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "孟凡强", Relation = "姐夫" });
        await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "self" });

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync("staff:zhai-deputy")).Order(StringComparer.Ordinal));
        Assert.Empty(await journey.DeskOfAsync(Town.OtherOfficer));
    }

    [Fact]
    public async Task A_member_of_staff_who_applies_is_found_by_number()
    {
        await using var office = await Office.OpenAsync(azurite);
        var id = Assert.IsType<IdReading.Valid>(ResidentId.Read(Applications.IdNumber, new DateOnly(2026, 11, 24))).Id;
        var hash = office.Services.GetRequiredService<PersonalData>().IdHash(id).Text;
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync([Town.Staff.Single(member => member.Id == "zhai-officer-2") with { IdHash = hash }]);

        var journey = await Journey.BeginAsync(office);
        var seen = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Reviewer);

        Assert.Equal(("孟凡强", "detected", true), seen.Relatives!.Select(relative => (relative.Name, relative.Source, relative.IsStaff)).Single());
    }

    [Theory]
    [InlineData("no")]
    [InlineData("unknown")]
    public async Task Without_kin_nothing_is_registered(string answer)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Telling(answer));

        Assert.Empty(await journey.DeskOfAsync(Town.Reviewer));
        Assert.Empty(await office.GetAsync<RegisteredRelative[]>(Routes.Relatives, Town.Reviewer));
    }

    [Fact]
    public async Task The_city_has_a_register_of_its_own_and_nobody_else_reads_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Telling("yes", "李大明，村会计，我表弟"));

        var line = Assert.Single(await office.GetAsync<RegisteredRelative[]>(Routes.Relatives, Town.Reviewer));
        using var refused = await office.SendAsync(HttpMethod.Get, Routes.Relatives, Town.Chief);

        Assert.Equal((journey.CaseId, "张*", "resident", null), (line.CaseId, line.ApplicantMasked, line.Relative.Source, line.Visited));
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task A_yes_says_who()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Telling("yes"));

        Assert.Equal(["relatives"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }
}
