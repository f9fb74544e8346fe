using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Words;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class ApplyingTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task An_application_gets_a_number_and_a_committed_day()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var receipt = await Office.ReadAsync<CaseReceipt>(answer);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Matches("^XT261124-[0-9A-Z]{6}$", receipt.CaseId);
        Assert.Equal((new DateOnly(2026, 12, 22), false, "collect"), (receipt.DueOn, receipt.AlreadyThere, string.Join(',', receipt.NextStages)));
    }

    [Fact]
    public async Task The_same_submission_twice_gives_the_same_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();
        using var first = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        await office.MoveToAsync(Office.Morning.AddDays(1));
        using var second = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var (before, after) = (await Office.ReadAsync<CaseReceipt>(first), await Office.ReadAsync<CaseReceipt>(second));

        Assert.Equal((before.CaseId, before.DueOn, true), (after.CaseId, after.DueOn, after.AlreadyThere));
    }

    [Fact]
    public async Task The_same_submission_at_the_same_moment_gives_the_same_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application)));
        var receipts = await Task.WhenAll(answers.Select(Office.ReadAsync<CaseReceipt>));

        Assert.Single(receipts.Select(receipt => receipt.CaseId).Distinct());
    }

    [Fact]
    public async Task The_same_submission_with_other_content_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();
        using var first = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        using var second = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application with { MandateToAgent = false });

        Assert.Equal(
            (HttpStatusCode.Conflict, ProblemCodes.SameSubmissionOtherContent), (second.StatusCode, (await Office.ProblemAsync(second)).Code));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary() with
        {
            SubmissionId = "short",
            Applicant = new("1", "370982197001010017", "12", "999999999999"),
            Household = Applications.Household with { MonthlyIncome = -1, Members = 0 },
            Materials = ["M04"],
        };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal(
            ["applicant.idNumber", "applicant.name", "applicant.phone", "applicant.village", "household.members", "household.monthlyIncome", "submissionId"],
            problem.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_grid_that_there_is_not_is_refused_plainly_and_the_village_alone_is_enough()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application with { Applicant = application.Applicant with { Grid = Town.Village + "999" } });
        using var without = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        Assert.Equal(["applicant.grid"], (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Equal(HttpStatusCode.Created, without.StatusCode);
    }

    [Fact]
    public async Task A_wrong_check_digit_is_explained_in_the_readers_language()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary() with { Applicant = new(Applications.Name, "370982197001010017", Applications.Phone, Town.Village) };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application, "en");
        var problem = await Office.ProblemAsync(answer);

        Assert.Contains("mistyped", problem.Errors!["applicant.idNumber"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_that_looks_unlikely_may_still_apply()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary() with { Household = Applications.Household with { OwnsCar = true } };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("Z9", "2026-11-24", "unknown")]
    [InlineData("D4.1", "2027-11-01", "not-open")]
    public async Task A_service_that_is_not_there_is_refused_and_says_so(string service, string day, string why)
    {
        await using var office = await Office.OpenAsync(azurite);
        await office.MoveToAsync(new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).AddHours(9));
        var application = Applications.Ordinary() with { Service = service, Materials = ["M01", "M02", "M03", "M04", "M05", "M07"] };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, ProblemCodes.Invalid), (answer.StatusCode, problem.Code));
        Assert.Equal([Sentences.Of(Language.Chinese, $"field.service-{why}")], problem.Errors!["service"]);
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
    }

    [Fact]
    public async Task A_list_other_than_the_one_computed_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary() with { Materials = ["M01", "M04"] };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        Assert.Equal(["materials"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task Nobody_learns_of_anothers_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var caseId = (await Office.ReadAsync<CaseReceipt>(answer)).CaseId;

        using var foreign = await office.SendAsync(HttpMethod.Get, $"cases/{caseId}", Town.OtherResident);
        using var missing = await office.SendAsync(HttpMethod.Get, "cases/XT261124-000000", Town.OtherResident);

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(await missing.Content.ReadAsStringAsync(), await foreign.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_owner_sees_the_case_masked()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var caseId = (await Office.ReadAsync<CaseReceipt>(answer)).CaseId;
        await office.SettleAsync();

        var view = await office.GetAsync<CaseView>($"cases/{caseId}", Town.Resident);

        Assert.Equal(("张*", "open", "collect", "green"), (view.ApplicantMasked, view.Status, string.Join(',', view.CurrentStages), view.DueState));
    }

    [Fact]
    public async Task Nobody_on_the_way_keeps_an_answer()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyCases, Town.Resident, language: "en");

        Assert.Equal((true, "en"), (answer.Headers.CacheControl!.NoStore, answer.Content.Headers.ContentLanguage.Single()));
    }

    [Fact]
    public async Task My_cases_are_mine_alone()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var mine = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        using var theirs = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.OtherResident, Applications.Ordinary());

        var listed = await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident);

        Assert.Equal([(await Office.ReadAsync<CaseReceipt>(mine)).CaseId], listed.Select(summary => summary.CaseId));
    }
}
