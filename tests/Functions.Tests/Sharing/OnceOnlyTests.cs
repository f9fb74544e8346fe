using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>The once-only debt: what was asked for although a registry held it, out of how many, and what nobody knew.</summary>
public sealed class OnceOnlyTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private readonly RegistryTwin platform = new();

    [Fact]
    public async Task A_household_register_asked_for_by_an_office_while_the_registry_holds_it_is_a_debt()
    {
        // When the household applied the registry knew nothing of them; when the check began it did.
        platform.Answer = (lookUp, _) => Task.FromResult(lookUp is { Question: RegistryQuestion.RegisteredWhere, For.Purpose: LookUpPurpose.OnceOnly }
            ? new RegistryAnswer.No(RegistryTwin.Day)
            : RegistryTwin.Ordinary(lookUp.Question));
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M01", "M02", "M04", "M05", "M07"]));

        var debt = await LookAsync(office);
        var line = Assert.Single(debt.Lines, line => line.Material == "M02");

        Assert.Equal(("D1.2", Town.Point, "not-found", 1, 1, 0), (line.Item, line.Point, line.Reason, line.Asked, line.Held, line.Unknown));
        Assert.Equal("户口簿", line.MaterialName);
    }

    [Fact]
    public async Task What_nobody_knows_is_neither_debt_nor_none()
    {
        platform.Answer = (_, _) => throw new HttpRequestException("down");
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var debt = await LookAsync(office);
        var married = Assert.Single(debt.LookUps, count => count.Question == "married");

        Assert.Equal((0, debt.Asked), (debt.Held, debt.Unknown));
        Assert.Equal((1, 1, "平台连不上"), (married.Asked, married.Unknown, Assert.Single(married.Reasons).ReasonInWords));
    }

    [Fact]
    public async Task Only_the_city_reads_it_and_a_month_that_is_none_is_said_so()
    {
        await using var office = await OpenAsync();

        using var officer = await office.SendAsync(HttpMethod.Get, Routes.OnceOnly, Town.Officer);
        using var odd = await office.SendAsync(HttpMethod.Get, Routes.OnceOnly + "?month=2026-13", Town.Reviewer);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (officer.StatusCode, odd.StatusCode));
        // The month that runs may be asked for, too.
        Assert.Equal(["应为年月，比如 2026-10。"], (await Office.ProblemAsync(odd)).Errors!["month"]);
    }

    [Fact]
    public async Task Month_by_month_the_debt_is_a_rate_of_what_is_known()
    {
        await using var office = await OpenAsync();
        var papers = office.Services.GetRequiredService<AskedPapers>();
        // Twenty asked for in October: six were held, ten were not, of four nobody knows.
        await papers.PutAsync(Enumerable.Range(0, 20).Select(number => new AskedPaper($"XT{number}", "M02", "D1.2", Town.Point, AskingReasons.OnList, new(2026, 10, 9), number < 6 ? true : number < 16 ? false : null)));

        var months = await office.GetAsync<OnceOnlyMonth[]>(Routes.OnceOnlyMonths + "?from=2026-09&to=2026-11", Town.Filing);
        using var officer = await office.SendAsync(HttpMethod.Get, Routes.OnceOnlyMonths, Town.Officer);
        using var backwards = await office.SendAsync(HttpMethod.Get, Routes.OnceOnlyMonths + "?from=2026-11&to=2026-09", Town.Reviewer);

        var debt = months[1].Rates.Single(rate => rate.Name == Rates.OnceOnlyDebt);
        Assert.Equal([new(2026, 9, 1), new(2026, 10, 1), new(2026, 11, 1)], months.Select(month => month.Month));
        Assert.Equal((6, 16, 37.5, "unknown", 4), (debt.Numerator, debt.N, debt.Percent, debt.Excluded.Single().Reason, debt.Excluded.Single().Cases));
        Assert.All([months[0], months[2]], month => Assert.All(month.Rates, rate => Assert.Equal((0, true), (rate.N, rate.Suppressed))));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (officer.StatusCode, backwards.StatusCode));
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton<ISharingPlatform>(platform));

    private static Task<OnceOnlyView> LookAsync(Office office) => office.GetAsync<OnceOnlyView>(Routes.OnceOnly + "?month=2026-11", Town.Reviewer);
}
