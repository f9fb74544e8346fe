using System.Net.Http.Json;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A family applies for two services at once: one list, one mandate, two linked cases, each to its own end.</summary>
public sealed class TogetherTests(City city) : IClassFixture<City>
{
    private const string Family = "resident:ZmFtaWx5T2ZUd29DYXNlcw";

    private static readonly HouseholdFacts Household = new()
    {
        HasLocalHukou = true, Area = "rural", Members = 2, MonthlyIncome = 900, FinancialAssets = 3000, OwnsCar = false, Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = 0,
        Draws = ["D1.2"], People = [new() { BornOn = new DateOnly(1943, 3, 2), DisabilityGrade = 2, DisabilityKind = "physical", CannotCareForSelf = true, Draws = [] }],
    };

    [OwnCityFact]
    public async Task Two_subsidies_are_applied_for_at_once_and_both_are_granted()
    {
        var receipt = await ApplyAsync("D5.1", "D7.1");

        foreach (var one in receipt.Cases)
        {
            await DoAsync(one.CaseId, "review-r1", "zhai-officer", new(ActNames.Propose, Amount: 183));
            await DoAsync(one.CaseId, "decide-r1", "zhai-chief", new(ActNames.Approve, Amount: 183));
            await DoAsync(one.CaseId, "file-r1", "city-filing", new(ActNames.Filed));
        }
        var application = await city.ReadAsync<ApplicationView>($"applications/{receipt.ApplicationId}", Family);

        Assert.Equal(["D5.1 closed", "D7.1 closed"], application.Cases.Select(one => $"{one.Service} {one.Status}"));
    }

    [OwnCityFact]
    public async Task The_bureau_has_somebody_who_decides_what_is_not_delegated()
    {
        var receipt = await ApplyAsync("A5.2");

        await DoAsync(receipt.Cases[0].CaseId, "review-r1", "zhai-officer", new(ActNames.Propose));
        await DoAsync(receipt.Cases[0].CaseId, "decide-r1", "bureau-officer", new(ActNames.Approve));
        var view = await city.ReadAsync<CaseView>($"cases/{receipt.Cases[0].CaseId}", Family);

        Assert.Equal(("closed", "approved", null), (view.Status, view.Decision!.Outcome, view.Decision.MonthlyAmount));
    }

    [Fact]
    public async Task The_same_application_sent_again_opens_nothing()
    {
        var form = await FormAsync("D5.1", "D7.1");

        var (first, again) = (await PostAsync(form), await PostAsync(form));

        Assert.Equal(first.Cases.Select(one => one.CaseId), again.Cases.Select(one => one.CaseId));
        Assert.True(again.AlreadyThere);
    }

    private async Task<ApplicationReceipt> ApplyAsync(params string[] services)
    {
        var receipt = await PostAsync(await FormAsync(services));
        await city.SettleAsync();
        return receipt;
    }

    private async Task<SubmitApplication> FormAsync(params string[] services)
    {
        using var answer = await city.AskAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(Household, services, MandateToAgent: true));
        var list = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<MaterialListView>(Wire.Json))!;
        return new(
            Guid.NewGuid().ToString(), services, "zh-CN", Household, new ApplicantDetails("张桂兰", "370982194503070023", "13800005678", "370982103201"),
            [.. list.Papers.Select(paper => paper.Code)], "2026-1", MandateToAgent: true);
    }

    private async Task<ApplicationReceipt> PostAsync(SubmitApplication form)
    {
        using var answer = await city.AskAsync(HttpMethod.Post, Routes.Applications, Family, form);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ApplicationReceipt>(Wire.Json))!;
    }

    private async Task DoAsync(string caseId, string taskId, string who, TaskOutcome outcome)
    {
        using var answer = await city.AskAsync(HttpMethod.Post, $"cases/{caseId}/tasks/{taskId}/outcome", City.Staff(who), outcome);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await city.SettleAsync();
    }
}
