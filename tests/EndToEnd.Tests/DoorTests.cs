using System.Net;
using System.Security.Cryptography;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Who asks about somebody else's case, by chat or by the back office's own door.</summary>
[Collection(WholeCourse.Name)]
public sealed class DoorTests(WholeCourse course)
{
    private const string Nobodys = "XT261124-ZZZZZZ";

    [OwnCityFact]
    public async Task Another_resident_learns_no_more_of_a_case_than_of_one_that_does_not_exist()
    {
        using var other = await Resident.OpenAsync(course.City.PublicUrl);

        var nobodys = await other.SayAsync(Nobodys);
        var somebodys = await other.SayAsync(course.CaseId);

        Assert.Contains(Words.Zh("CaseNotFound"), nobodys);
        Assert.Equal(nobodys, somebodys);
    }

    [OwnCityTheory]
    [InlineData("cases/{0}", HttpStatusCode.NotFound)]
    [InlineData("cases/{0}/tasks/decide-r1", HttpStatusCode.NotFound)]
    [InlineData("cases/{0}/documents/x", HttpStatusCode.NotFound)]
    public async Task Another_residents_token_learns_no_more_either(string route, HttpStatusCode status)
    {
        using var nobodys = await course.City.AskAsync(HttpMethod.Get, string.Format(null, route, Nobodys), "resident:c29tZWJvZHlFbHNlMTIzNA");
        using var somebodys = await course.City.AskAsync(HttpMethod.Get, string.Format(null, route, course.CaseId), "resident:c29tZWJvZHlFbHNlMTIzNA");

        Assert.Equal((status, status), (nobodys.StatusCode, somebodys.StatusCode));
        Assert.Equal(await nobodys.Content.ReadAsStringAsync(), await somebodys.Content.ReadAsStringAsync());
    }

    [OwnCityTheory]
    [InlineData("GET", "cases/{0}")]
    [InlineData("GET", "my/cases")]
    [InlineData("GET", "work")]
    [InlineData("GET", "me")]
    [InlineData("GET", "cases/{0}/tasks/decide-r1")]
    [InlineData("POST", "cases/{0}/tasks/decide-r1/outcome")]
    [InlineData("POST", "cases")]
    [InlineData("POST", "cases/{0}/documents")]
    [InlineData("POST", "cases/{0}/rating")]
    [InlineData("DELETE", "cases/{0}/mandate")]
    [InlineData("POST", "cases/{0}/rebuild")]
    public async Task Without_a_token_no_door_opens(string method, string route)
    {
        using var answer = await course.City.AskAsync(new HttpMethod(method), string.Format(null, route, course.CaseId), participant: null, method == "POST" ? new { } : null);

        Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.NotSignedIn), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [OwnCityFact]
    public async Task A_token_signed_by_somebody_else_opens_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(course.City.BackOfficeUrl, $"api/cases/{course.CaseId}"));
        request.Headers.Authorization = new("Bearer", course.City.TokenOf(City.Staff(Journey.Chief), RandomNumberGenerator.GetBytes(32)));
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.NotSignedIn), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [OwnCityTheory]
    [InlineData("DELETE", "cases/{0}/mandate")]
    [InlineData("POST", "cases/{0}/rating")]
    [InlineData("POST", "cases/{0}/documents")]
    public async Task Another_residents_token_changes_nothing(string method, string route)
    {
        var before = await course.Journey.VersionAsync();

        using var answer = await course.City.AskAsync(
            new HttpMethod(method), string.Format(null, route, course.CaseId), "resident:c29tZWJvZHlFbHNlMTIzNA", method == "POST" ? new RateCase(1) : null);

        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NotFound), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
        Assert.Equal(before, await course.Journey.VersionAsync());
    }

    [OwnCityTheory]
    [InlineData(Journey.Agent)]
    [InlineData(Journey.Filing)]
    public async Task An_official_may_not_throw_a_process_away(string who)
    {
        using var answer = await course.City.AskAsync(HttpMethod.Post, $"cases/{course.CaseId}/rebuild", City.Staff(who));

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NotYours), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
    }

    [OwnCityFact]
    public async Task An_official_nobody_knows_is_turned_away()
    {
        using var answer = await course.City.AskAsync(HttpMethod.Get, "work", City.Staff("nobody"));

        Assert.Equal(ProblemCodes.NotSignedIn, (await City.ProblemAsync(answer)).Code);
    }
}
