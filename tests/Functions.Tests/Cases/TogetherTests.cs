using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class TogetherTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly byte[] Photo = SampleFiles.Photo();

    [Fact]
    public async Task One_application_for_two_services_opens_two_linked_cases()
    {
        await using var office = await Office.OpenAsync(azurite);

        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D5.1"));
        var application = await office.GetAsync<ApplicationView>($"applications/{receipt.ApplicationId}", Town.Resident);

        Assert.Equal(["D1.2", "D5.1"], receipt.Cases.Select(one => one.Service));
        Assert.Equal(receipt.Cases.Select(one => one.CaseId), application.Cases.Select(one => one.CaseId));
        Assert.True(application.Mandated);
    }

    [Fact]
    public async Task The_same_application_twice_gives_the_same_cases()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = await FilledAsync(office, "D1.2", "D5.1");
        var before = await ApplyAsync(office, form);

        await office.MoveToAsync(Office.Morning.AddDays(1));
        var after = await ApplyAsync(office, form);

        Assert.Equal((before.ApplicationId, true), (after.ApplicationId, after.AlreadyThere));
        Assert.Equal(before.Cases.Select(one => one.CaseId), after.Cases.Select(one => one.CaseId));
    }

    [Fact]
    public async Task The_same_application_at_the_same_moment_gives_the_same_cases()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = await FilledAsync(office, "D1.2", "D5.1");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApplyAsync(office, form)));

        Assert.Equal(2, receipts.SelectMany(receipt => receipt.Cases).Select(one => one.CaseId).Distinct().Count());
        Assert.Equal(2, (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Length);
    }

    [Fact]
    public async Task The_same_application_with_other_content_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = await FilledAsync(office, "D1.2", "D5.1");
        await ApplyAsync(office, form);

        using var second = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form with { MandateToAgent = false });

        Assert.Equal(ProblemCodes.SameSubmissionOtherContent, (await Office.ProblemAsync(second)).Code);
    }

    [Fact]
    public async Task What_excludes_each_other_is_not_taken_together_and_it_is_said_which()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, Applications.Together("D5.1", "D5.2", "D6.2"));
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal("失能老年人护理补贴和重度残疾人护理补贴不能同时享受，请您选一个。", problem.Errors!["services[2]"].Single());
    }

    [Fact]
    public async Task Each_case_keeps_only_what_its_own_rules_look_at()
    {
        await using var office = await Office.OpenAsync(azurite);

        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D7.1"));
        var cabinet = office.Services.GetRequiredService<CaseCabinet>();
        var allowance = (await cabinet.FindAsync(receipt.Cases[0].CaseId, default))!.Current.Application.Household;
        var oldAge = (await cabinet.FindAsync(receipt.Cases[1].CaseId, default))!.Current.Application.Household;

        Assert.Equal((null, true), (allowance.People, allowance.MonthlyIncome is not null));
        Assert.Equal((true, null, null), (oldAge.HasLocalHukou, oldAge.MonthlyIncome?.Yuan, oldAge.OwnsCar));
        Assert.NotNull(oldAge.People!.Value[0].BornOn);
        Assert.Null(oldAge.People!.Value[0].Disability);
    }

    [Fact]
    public async Task A_paper_sent_once_is_in_every_case_that_lists_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D4.2"));

        using var sent = await SendAsync(office, $"cases/{receipt.Cases[0].CaseId}/documents", "M07");
        var application = await office.GetAsync<ApplicationView>($"applications/{receipt.ApplicationId}", Town.Resident);
        var other = await office.GetAsync<CaseView>($"cases/{receipt.Cases[1].CaseId}", Town.Resident);
        var document = other.Materials.Single(paper => paper.Code == "M07").Documents.Single();
        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{other.CaseId}/documents/{document.DocumentId}", Town.Resident);

        Assert.Equal(Photo, await fetched.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, application.Materials.Single(paper => paper.Paper.Code == "M07").CaseIds.Count);
    }

    [Fact]
    public async Task A_paper_sent_before_applying_is_in_every_case_that_lists_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = await FilledAsync(office, "D1.2", "D4.2");
        using var sent = await SendAsync(office, $"drafts/{form.SubmissionId}/documents", "M07");

        var receipt = await ApplyAsync(office, form);

        foreach (var one in receipt.Cases)
            Assert.Single((await office.GetAsync<CaseView>($"cases/{one.CaseId}", Town.Resident)).Materials.Single(paper => paper.Code == "M07").Documents);
    }

    [Fact]
    public async Task A_mandate_taken_back_is_taken_back_for_all()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D4.2"));
        await office.SettleAsync();

        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{receipt.Cases[0].CaseId}/mandate", Town.Resident);
        await office.SettleAsync();
        var application = await office.GetAsync<ApplicationView>($"applications/{receipt.ApplicationId}", Town.Resident);

        Assert.Equal((HttpStatusCode.OK, false), (revoked.StatusCode, application.Mandated));
        Assert.Equal(2, (await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer)).Count(task => task.Kind == "collect"));
    }

    [Fact]
    public async Task The_mandate_names_what_it_covers()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D5.1"));

        var file = await office.Services.GetRequiredService<CaseCabinet>().FindAsync(receipt.Cases[0].CaseId, default);

        Assert.Equal("D1.2 D5.1", string.Join(' ', file!.Current.Mandate!.Items!.Value));
    }

    [Fact]
    public async Task Nobody_learns_of_anothers_application()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2", "D5.1"));

        using var foreign = await office.SendAsync(HttpMethod.Get, $"applications/{receipt.ApplicationId}", Town.OtherResident);
        using var missing = await office.SendAsync(HttpMethod.Get, "applications/AP261124-0000000000", Town.Resident);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
    }

    [Theory]
    [InlineData("M05", null, "choices.later")]
    [InlineData("M01", null, "choices.later")]
    [InlineData(null, "M04", "choices.byCommitment")]
    [InlineData("M07", null, "choices.later")]
    public async Task A_choice_that_the_law_does_not_leave_is_refused(string? later, string? commitment, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var form = await FilledAsync(office, "D1.2") with { Choices = new(later is null ? null : [later], commitment is null ? null : [commitment]) };

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form);

        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task A_commitment_stands_for_a_paper_that_nobody_then_brings()
    {
        await using var office = await Office.OpenAsync(azurite);
        var receipt = await ApplyAsync(office, await FilledAsync(office, "D1.2") with { Choices = new(ByCommitment: ["M07"]) });
        await office.SettleAsync();
        var journey = Journey.Of(office, receipt.Cases[0].CaseId);

        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M04", "M05"]));

        Assert.True((await journey.SeeAsync()).Materials.Single(paper => paper.Code == "M07").ByCommitment);
    }

    /// <summary>With the list that the back office itself computes.</summary>
    private static async Task<SubmitApplication> FilledAsync(Office office, params string[] services)
    {
        var form = Applications.Together(services);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, services, form.MandateToAgent));
        return form with { Materials = [.. (await Office.ReadAsync<MaterialListView>(answer)).Papers.Select(paper => paper.Code)] };
    }

    private static async Task<ApplicationReceipt> ApplyAsync(Office office, SubmitApplication form)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form);
        return await Office.ReadAsync<ApplicationReceipt>(answer);
    }

    private static async Task<HttpResponseMessage> SendAsync(Office office, string route, string material)
    {
        var body = new ByteArrayContent(Photo);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, Routes.Prefix + route) { Content = body };
        request.Headers.Add(Headers.Material, material);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Token(Town.Resident));
        var answer = await office.SendRawAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer;
    }
}
