using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Tests.City;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Cookies of a city that is reached by https, and the keys they are sealed with.</summary>
[Collection(CityCollection.Name)]
public sealed class CookieTests(BotCity city)
{
    private static readonly Dictionary<string, string?> Https = new() { ["OneVisit:PublicUrl"] = "https://city.example/", ["OneVisit:ProxyNetworks"] = "127.0.0.0/8" };

    [Theory]
    [InlineData("session", "__Host-onevisit-chat", "path=/;")]
    [InlineData("test/sign-in/zhai-officer", "__Host-onevisit-staff", "path=/;")]
    public async Task By_https_a_cookies_name_promises_what_it_is(string path, string name, string scope)
    {
        await using var bot = await city.AnotherAsync(Https);
        var cookie = (await CookiesAsync(bot, path)).First(set => set.StartsWith(name, StringComparison.Ordinal)) + ";";

        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; " + scope, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_leaves_by_https_has_no_cookie_any_more()
    {
        await using var bot = await city.AnotherAsync(Https);

        Assert.Contains(await CookiesAsync(bot, "session/end"), set => set.StartsWith("__Host-onevisit-chat=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_is_remembered_in_a_cookie_of_the_same_kind()
    {
        await using var bot = await city.AnotherAsync(Https);
        var answer = await Browsers.New().AskAsync(bot.Url, HttpMethod.Get, "?lang=en", ("X-Forwarded-Proto", "https"));

        Assert.StartsWith("__Host-onevisit-language=en", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_instance_opens_the_cookies_of_the_first()
    {
        var opened = await Browsers.New().AskAsync(city.Url, HttpMethod.Post, "session");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await using var bot = await city.AnotherAsync(new Dictionary<string, string?>(), city.Prefix);
        var again = await new HttpClient(new SocketsHttpHandler { UseCookies = false }).AskAsync(bot.Url, HttpMethod.Post, "session", ("Cookie", cookie));

        Assert.Equal(await PersonOfAsync(opened), await PersonOfAsync(again));
    }

    [Fact]
    public async Task The_keys_of_cookies_lie_sealed()
    {
        (await Browsers.New().AskAsync(city.Url, HttpMethod.Post, "session")).EnsureSuccessStatusCode();
        var kept = (await new BlobContainerClient(city.Connection, city.Prefix + "bot").GetBlobClient("page-keys").DownloadContentAsync()).Value.Content.ToString();

        Assert.StartsWith("{\"sealed\":\"v", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_sealed_for_another_cookie_opens_nobodys()
    {
        const string somebody = "dl_r-0123456789abcdef0123456789abcdef";
        var other = city.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("OneVisit.ChatSession", "onevisit-other").Protect($$"""{"UserId":"{{somebody}}"}""");
        var opened = await new HttpClient(new SocketsHttpHandler { UseCookies = false }).AskAsync(city.Url, HttpMethod.Post, "session", ("Cookie", "onevisit-chat=" + other));

        Assert.NotEqual(somebody, await PersonOfAsync(opened));
    }

    [Fact]
    public async Task A_desk_is_opened_by_the_sign_in_alone()
    {
        using var opened = await (await Browsers.OfStaffAsync(city.Url)).AskAsync(city.Url, HttpMethod.Post, "staff/session");

        Assert.Equal((HttpStatusCode.OK, false), (opened.StatusCode, opened.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public void While_the_store_is_away_nobody_is_taken_for_a_stranger()
    {
        var services = new ServiceCollection().AddDataProtection().Services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new AwayKeys(), new NullXmlEncryptor())).BuildServiceProvider();
        var cookies = new ChatSessionCookie(services.GetRequiredService<IDataProtectionProvider>(), city.Services.GetRequiredService<SiteCookies>());
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "onevisit-chat=" + Cookie();

        Assert.True(Refusals.IsStoreAway(Record.Exception(() => cookies.Read(http, "onevisit-chat"))));
    }

    private static async Task<string> PersonOfAsync(HttpResponseMessage opened) => (string)JsonNode.Parse(await opened.Content.ReadAsStringAsync())!["userId"]!;

    // One that is whole, of another time.
    private static string Cookie() => new EphemeralDataProtectionProvider().CreateProtector("any").Protect("{}");

    private sealed class AwayKeys : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => throw new StorageUnavailableException();

        public void StoreElement(XElement element, string friendlyName) => throw new StorageUnavailableException();
    }

    private static async Task<IReadOnlyList<string>> CookiesAsync(OtherBot bot, string path)
    {
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        (string, string) https = ("X-Forwarded-Proto", "https");
        var signedIn = (await browser.AskAsync(bot.Url, HttpMethod.Post, "test/sign-in/zhai-officer", https)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var answer = await browser.AskAsync(bot.Url, HttpMethod.Post, path, https, ("Cookie", signedIn));
        return [.. answer.Headers.GetValues("Set-Cookie")];
    }
}
