using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Tests;

/// <summary>What residents sent, as it reaches a member of staff's browser.</summary>
public sealed class SentPaperTests
{
    [Theory]
    [InlineData("image/jpeg", "image/jpeg", "inline; filename=\"XT261124-AB12CD-abcd.jpg\"")]
    [InlineData("image/png", "image/png", "inline; filename=\"XT261124-AB12CD-abcd.png\"")]
    [InlineData("image/heic", "image/heic", "attachment; filename=\"XT261124-AB12CD-abcd.heic\"")]
    [InlineData("application/pdf", "application/pdf", "attachment; filename=\"XT261124-AB12CD-abcd.pdf\"")]
    [InlineData("text/html", "application/octet-stream", "attachment; filename=\"XT261124-AB12CD-abcd\"")]
    [InlineData("image/svg+xml", "application/octet-stream", "attachment; filename=\"XT261124-AB12CD-abcd\"")]
    public async Task Only_photos_are_drawn_and_nothing_is_guessed(string type, string sent, string disposition)
    {
        var headers = (await ShownAsync(type, "XT261124-AB12CD-abcd")).Response.Headers;
        Assert.Equal((sent, disposition, "nosniff"), (headers.ContentType.ToString(), headers.ContentDisposition.ToString(), headers.XContentTypeOptions.ToString()));
    }

    [Fact]
    public async Task What_we_made_ourselves_is_shown()
    {
        var http = Http();
        await SentPapers.Of(http, new Paper("application/pdf", [1]), "M05").ExecuteAsync(http);
        Assert.Equal("inline; filename=\"M05.pdf\"", http.Response.Headers.ContentDisposition.ToString());
    }

    [Fact]
    public async Task A_photo_runs_and_loads_nothing_belongs_to_no_origin_and_is_drawn_by_no_other_site()
    {
        var headers = (await ShownAsync("image/jpeg", "a")).Response.Headers;
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("sandbox;", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(("same-origin", "no-store"), (headers["Cross-Origin-Resource-Policy"].ToString(), headers.CacheControl.ToString()));
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: x=1")]
    [InlineData("a\"; filename*=UTF-8''evil.html")]
    [InlineData("../../etc/passwd")]
    public async Task A_name_adds_nothing_to_a_header(string name) =>
        Assert.Matches("^inline; filename=\"[A-Za-z0-9-]*\\.jpg\"$", (await ShownAsync("image/jpeg", name)).Response.Headers.ContentDisposition.ToString());

    private static async Task<HttpContext> ShownAsync(string type, string name)
    {
        var http = Http();
        await SentPapers.Of(http, new Paper(type, [1, 2, 3], Sent: true), name).ExecuteAsync(http);
        return http;
    }

    private static DefaultHttpContext Http() => new() { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
}
