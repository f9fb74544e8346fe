using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Retention;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A hold that the reviewer orders on the page keeps a case from the night, and one that is ended there does not. A city of its own: eleven years go by.</summary>
public sealed class HoldTests : IAsyncLifetime
{
    private readonly City _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [OwnCityFact]
    public async Task What_the_reviewer_holds_on_the_page_outlives_its_time_until_the_hold_is_ended_there()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.ToRefusalAsync();
        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" });
        await _city.SettleAsync();
        var held = await PostAsync("safekeeping/holds", ("number", journey.CaseId), ("orderedBy", "新泰市人民法院"), ("reason", "案件还在审理，先不要销毁"));

        await NightAsync(City.Morning.AddYears(11));
        var kept = await SeeAsync(journey.CaseId);
        await PostAsync("safekeeping/holds/" + held, ("reason", "案件已经审结"));
        await NightAsync(City.Morning.AddYears(11).AddDays(1));
        var gone = await SeeAsync(journey.CaseId);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (kept, gone));
    }

    // As the browser of somebody who has just signed in sends the form.
    private async Task<string> PostAsync(string form, params (string Name, string Value)[] fields)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = _city.PublicUrl };
        using var signIn = new HttpRequestMessage(HttpMethod.Post, "demo/sign-in") { Content = JsonContent.Create(new { staffId = Journey.Reviewer }), Headers = { { "X-OneVisit-Page", "1" } } };
        (await browser.SendAsync(signIn)).EnsureSuccessStatusCode();
        using var answer = await browser.PostAsync(form, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split("about=")[1];
    }

    private async Task<HttpStatusCode> SeeAsync(string caseId)
    {
        using var answer = await _city.AskAsync(HttpMethod.Get, $"cases/{caseId}", City.Staff(Journey.Reviewer));
        return answer.StatusCode;
    }

    // Goes to that morning and does the night's work, wherever the city's own clock is with it.
    private async Task NightAsync(DateTimeOffset morning)
    {
        _city.Local.Clock.MoveTo(morning);
        var services = _city.Local.BackOffice.Services;
        for (var tries = 0; await services.GetRequiredService<RetentionBook>().RoundAsync() is not { IsDone: true } round || round.Day != BeijingTime.DayOf(morning); tries++)
        {
            Assert.True(tries < 2_000, "The night's work does not end.");
            await services.GetRequiredService<ErasingDesk>().GoOnAsync(_city.Local.BackOffice.Engine.Client, CancellationToken.None);
        }
    }
}
