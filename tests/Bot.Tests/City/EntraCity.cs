using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Bot.Tests.City;

/// <summary>A bot whose staff sign in with the city's tenant, and which itself is known by its identity there.</summary>
internal sealed class EntraCity(EntraStandIn entra, WebApplication app) : IAsyncDisposable
{
    public EntraStandIn Entra => entra;

    public Uri Url => new(app.Urls.First() + "/");

    public IServiceProvider Services => app.Services;

    public static async Task<EntraCity> OpenAsync(BotCity city)
    {
        var entra = await EntraStandIn.StartAsync();
        var app = await city.OpenAnotherAsync(
            [
                .. entra.Settings, new("OneVisit:Entra:ClientId", EntraStandIn.ClientId), new("OneVisit:Entra:BackOfficeId", EntraStandIn.BackOfficeId), new("OneVisit:FrontDoorKey", ""),
            ],
            services => services.AddSingleton<IProgramIdentity>(new Identity(entra)));
        return new(entra, app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await entra.DisposeAsync();
    }

    /// <summary>Somebody in front of a browser of their own, on a machine where an account is signed in.</summary>
    public EntraVisitor Visitor(bool followsBack = true) => new(this, followsBack);

    /// <summary>Tokens of the bot's identity, as Azure would give them.</summary>
    private sealed class Identity(EntraStandIn entra) : IProgramIdentity
    {
        public ValueTask<string?> TokenForAsync(string scope, CancellationToken cancellation) => ValueTask.FromResult(scope switch
        {
            "api://AzureADTokenExchange/.default" => EntraStandIn.Assertion,
            $"api://{EntraStandIn.BackOfficeId}/.default" => entra.FrontDoorToken(TimeProvider.System.GetUtcNow()),
            _ => null,
        });
    }
}

/// <param name="followsBack">Goes wherever it is sent.</param>
internal sealed class EntraVisitor(EntraCity city, bool followsBack) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = followsBack });

    /// <summary>Where signing in ends: address and status.</summary>
    public async Task<(string Path, HttpStatusCode Status)> SignInAsync(Guid account, Action<TokenWish>? alter = null)
    {
        (city.Entra.Account, city.Entra.Alter) = (account, alter ?? (_ => { }));
        using var answer = await http.GetAsync(new Uri(city.Url, "staff/sign-in"));
        return (answer.RequestMessage!.RequestUri!.PathAndQuery, answer.StatusCode);
    }

    /// <summary>Goes to the tenant and stops before coming back.</summary>
    public async Task<Uri> WayBackAsync(Guid account)
    {
        (city.Entra.Account, city.Entra.Alter) = (account, _ => { });
        using var sent = await http.GetAsync(new Uri(city.Url, "staff/sign-in"));
        using var vouched = await http.GetAsync(sent.Headers.Location);
        return vouched.Headers.Location!;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(city.Url, path));

    public async Task<HttpResponseMessage> PostAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Url, path)) { Headers = { { "X-OneVisit-Page", "1" } } };
        return await http.SendAsync(request);
    }

    /// <summary>What the desk says: the status of the page's own list of tasks.</summary>
    public async Task<HttpStatusCode> DeskAsync()
    {
        using var answer = await GetAsync("staff/tasks");
        return answer.StatusCode;
    }

    public async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public void Dispose() => http.Dispose();
}
