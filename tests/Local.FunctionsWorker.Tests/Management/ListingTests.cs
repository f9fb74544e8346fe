using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

/// <summary>What the management API tells of many instances.</summary>
public sealed class ListingTests
{
    private const string Token = "x-ms-continuation-token";

    [Theory]
    [InlineData("", "a1 a2 b1")]
    [InlineData("?runtimeStatus=Running", "a1")]
    [InlineData("?runtimeStatus=Running,Failed", "a1 b1")]
    [InlineData("?runtimeStatus=Running&runtimeStatus=completed", "a1 a2")]
    [InlineData("?runtimeStatus=Nonsense", "a1 a2 b1")]
    [InlineData("?instanceIdPrefix=a", "a1 a2")]
    [InlineData("?instanceIdPrefix=a&runtimeStatus=Failed", "")]
    [InlineData("?createdTimeFrom=2026-11-24T02:00:00Z", "b1")]
    [InlineData("?createdTimeTo=2026-11-24T02:00:00Z", "a1 a2")]
    [InlineData("?createdTimeTo=2026-11-24T11:00:00%2B08:00", "a1 a2 b1")]
    public async Task Instances_are_found_by(string filter, string found)
    {
        MovableClock clock = new(new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
        await using var desk = await Desk.OpenAsync(clock);
        await desk.WaitingAsync("a1");
        await desk.CompletedAsync("a2");
        clock.Advance(TimeSpan.FromHours(2));
        await desk.FailedAsync("b1");

        Assert.Equal(found, string.Join(' ', Ids(await desk.ReadAsync("instances" + filter))));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_the_token_until_there_is_none()
    {
        await using var desk = await Desk.OpenAsync();
        foreach (var id in (string[])["一", "二", "三"]) await desk.FailedAsync(id);

        List<int> pages = [];
        HashSet<string> seen = [];
        string? token = null;
        do
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Desk.WithKey("instances?top=2"));
            if (token is not null) request.Headers.Add(Token, token);
            using var answer = await desk.Http.SendAsync(request);
            var ids = Ids((await answer.Content.ReadFromJsonAsync<JsonNode>())!).ToList();
            pages.Add(ids.Count);
            seen.UnionWith(ids);
            token = answer.Headers.TryGetValues(Token, out var next) ? next.Single() : null;
        }
        while (token is not null);

        Assert.Equal(("2 1", 3), (string.Join(' ', pages), seen.Count));
    }

    [Theory]
    [InlineData("instances?top=0", null)]
    [InlineData("instances?top=-1", null)]
    [InlineData("instances", "no token!")]
    public async Task A_page_that_cannot_be_is_refused(string route, string? token)
    {
        await using var desk = await Desk.OpenAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, Desk.WithKey(route));
        if (token is not null) request.Headers.Add(Token, token);
        using var answer = await desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static IEnumerable<string> Ids(JsonNode list) => list.AsArray().Select(instance => instance!["instanceId"]!.GetValue<string>());
}
