using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The bureau changes its catalogue while the city is open, and nobody deploys anything.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private static readonly byte[] BuiltIn = CataloguePackage.BuiltIn().ToZip();
    private static readonly byte[] Poorer = AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: 250");
    private static readonly DateOnly Today = new(2026, 11, 24);

    // Four people on 1,200 yuan, the household of the journeys.
    private static readonly HouseholdFacts Household = new()
    {
        HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1200, FinancialAssets = 0, OwnsCar = false, Homes = 1,
        OwnsNonResidentialProperty = false, BusinessCapital = 0, YearlyMedicalSpending = 0, YearlyRehabilitationSpending = 0, YearlyEducationSpending = 0, HasSeverelyAffectedMember = false,
    };

    private readonly City _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [OwnCityFact]
    public async Task A_standard_changed_from_tomorrow_changes_tomorrows_verdicts_and_no_case_that_is_open()
    {
        using var journey = await Journey.BeginAsync(_city);
        var before = await journey.SeeAsync();
        await PutInForceAsync(await PublishedAsync(Poorer), Today.AddDays(1));
        var today = await VerdictAsync();

        await _city.MoveClockAsync(City.Morning.AddDays(1));
        var tomorrow = await VerdictAsync();
        var told = await TellTheBotAsync();
        await journey.CollectAsync();
        var after = await journey.SeeAsync();

        Assert.Equal(("likely", "unlikely"), (today, tomorrow));
        Assert.Contains("不低于 250 元", told);
        Assert.Equal((before.DueOn, "survey,verify"), (after.DueOn, string.Join(',', after.CurrentStages.Order())));
    }

    [OwnCityFact]
    public async Task Who_goes_back_has_the_old_verdicts_again()
    {
        await PutInForceAsync(await PublishedAsync(Poorer), Today);
        var changed = await VerdictAsync();

        await PutInForceAsync("1", Today);

        Assert.Equal(("unlikely", "likely"), (changed, await VerdictAsync()));
    }

    [OwnCityFact]
    public async Task A_broken_zip_changes_nothing()
    {
        var before = await BookAsync();

        using var answer = await PublishAsync(Poorer[..(Poorer.Length / 2)]);
        var after = await BookAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal((before.InForce, before.Versions.Count, before.Activations.Count), (after.InForce, after.Versions.Count, after.Activations.Count));
    }

    [OwnCityFact]
    public async Task A_version_that_was_spoilt_in_storage_leaves_the_last_good_one_in_force_in_back_office_and_bot()
    {
        await PutInForceAsync(await PublishedAsync(Poorer), Today);
        var store = _city.Local.BackOffice.Services.GetRequiredService<CatalogueStore>();
        await store.PublishAsync("0123456789abcdef", [80, 75, 3, 4, 0], "staff:nobody", City.Morning, null);
        await store.ActivateAsync("0123456789abcdef", Today.AddDays(1), "staff:nobody", City.Morning, null);

        await _city.MoveClockAsync(City.Morning.AddDays(1));
        await _city.Local.BackOffice.Services.GetRequiredService<CatalogueShelf>().RefreshAsync(default);
        await _city.Local.Bot.GetRequiredService<CatalogueShelf>().RefreshAsync(default);

        Assert.Equal("unlikely", await VerdictAsync());
        Assert.Contains("0123456789abcdef", (await BookAsync()).Fault);
        Assert.Equal(2, _city.Local.Bot.GetRequiredService<CatalogueShelf>().State.Number);
    }

    // The bot looks every minute; the test does not wait for it.
    private async Task<string> TellTheBotAsync()
    {
        await _city.Local.Bot.GetRequiredService<CatalogueShelf>().RefreshAsync(default);
        using var resident = await Resident.OpenAsync(_city.PublicUrl);
        await resident.TellAsync();
        return string.Concat(resident.Chat.Heard.Select(Chat.Text));
    }

    private async Task<string> VerdictAsync()
    {
        using var answer = await _city.AskAsync(HttpMethod.Post, Routes.Eligibility, null, new EligibilityRequest(Household, ["D1.2"]));
        return (await ReadAsync<EligibilityResponse>(answer)).Verdicts[0].Verdict;
    }

    private Task<CatalogueBook> BookAsync() => _city.ReadAsync<CatalogueBook>(Routes.Catalogues, City.Staff(Journey.Reviewer));

    private async Task<string> PublishedAsync(byte[] zip)
    {
        using var answer = await PublishAsync(zip);
        return (await ReadAsync<CatalogueVersionView>(answer)).Version;
    }

    private Task<HttpResponseMessage> PublishAsync(byte[] zip)
    {
        var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return _city.AskAsync(HttpMethod.Post, Routes.Catalogues, City.Staff(Journey.Reviewer), content);
    }

    private async Task PutInForceAsync(string version, DateOnly from)
    {
        using var answer = await _city.AskAsync(HttpMethod.Post, $"catalogues/{version}/activations", City.Staff(Journey.Reviewer), new PutInForce(from));
        await ReadAsync<CatalogueActivationView>(answer);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer) =>
        (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<T>(answer.EnsureSuccessStatusCode().Content, Wire.Json))!;
}
