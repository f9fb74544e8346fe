using System.Net;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A site whose name was led to this machine (DNS rebinding) is of no origin of ours: by another name the local city says nothing, on whichever of its ports.</summary>
public sealed class OwnNameTests(City city) : IClassFixture<City>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    [OwnCityTheory]
    [InlineData("pages", "")]
    [InlineData("pages", "demo")]
    [InlineData("pages", "session")]
    [InlineData("pages", "runtime/state")]
    [InlineData("pages", "api/messages")]
    [InlineData("pages", "v3/directline/tokens/generate")]
    [InlineData("pages", "connector/.well-known/openidconfiguration")]
    [InlineData("papers", "p/x")]
    [InlineData("back office", "api/openapi.json")]
    [InlineData("back office", "runtime/webhooks/durabletask/instances")]
    public async Task By_another_name_nothing_answers(string port, string path)
    {
        foreach (var name in (string[])["rebound.example", "localhost.rebound.example", "127.0.0.1.rebound.example", "10.0.0.7"])
            Assert.Equal((name, HttpStatusCode.MisdirectedRequest), (name, await AskAsync(new(PortOf(port), path), name)));
    }

    [OwnCityTheory]
    [InlineData("pages")]
    [InlineData("papers")]
    [InlineData("back office")]
    public async Task What_a_proxy_may_have_said_of_the_name_counts_for_nothing(string port)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, PortOf(port));
        request.Headers.Host = "rebound.example";
        request.Headers.Add("X-Forwarded-Host", "localhost");
        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [OwnCityTheory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]")]
    public async Task By_every_name_of_this_machine_it_answers(string name) => Assert.Equal(
        (HttpStatusCode.OK, HttpStatusCode.OK), (await AskAsync(new(city.PublicUrl, "verify"), name), await AskAsync(new(city.BackOfficeUrl, "api/openapi.json"), name)));

    public void Dispose() => _http.Dispose();

    private Uri PortOf(string port) => port switch { "papers" => city.Local.PapersUrl, "back office" => city.BackOfficeUrl, _ => city.PublicUrl };

    private async Task<HttpStatusCode> AskAsync(Uri address, string name)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Host = $"{name}:{address.Port}";
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
