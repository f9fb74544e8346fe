using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The operators' page: what it tells, and what it does when somebody presses.</summary>
public sealed class RuntimeTests : IClassFixture<City>, IDisposable
{
    private readonly City _city;
    private readonly HttpClient _http;

    public RuntimeTests(City city)
    {
        _city = city;
        _http = new HttpClient { BaseAddress = new Uri(city.PublicUrl, "runtime/") };
        _http.DefaultRequestHeaders.Add("X-OneVisit-Page", "1");
    }

    [OwnCityTheory]
    [InlineData("")]
    [InlineData("instance?id=x")]
    public async Task The_pages_run_nothing_but_their_own_files(string page)
    {
        using var answer = await _http.GetAsync(new Uri(_city.PublicUrl, $"runtime/{page}".TrimEnd('/')));

        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Assert.Single(answer.EnsureSuccessStatusCode().Headers.GetValues("Content-Security-Policy")));
    }

    [OwnCityFact]
    public async Task Under_another_sites_name_there_is_nothing_to_read()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "state");
        request.Headers.Host = "elsewhere.example";
        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [OwnCityFact]
    public async Task What_runs_is_counted()
    {
        await StartAsync("count-1");

        Assert.True((await ReadAsync("state"))["counts"]!["Running"]!.GetValue<int>() >= 1);
    }

    [OwnCityFact]
    public async Task Who_fails_again_and_again_is_named_with_the_activity()
    {
        await StartAsync("stuck-1");
        for (var tries = 1; tries < 3; tries++) await _city.MoveClockAsync(_city.Local.Clock.GetUtcNow().AddSeconds(30));

        var stuck = (await ReadAsync("state"))["stuck"]!.AsArray().Single(each => each!["id"]!.GetValue<string>() == "stuck-1")!;

        Assert.Equal("AdvanceCase", stuck["activity"]!.GetValue<string>());
    }

    [OwnCityFact]
    public async Task Instances_are_found_by_the_beginning_of_their_id_a_page_at_a_time()
    {
        for (var number = 10; number < 35; number++) await StartAsync($"page-{number}");

        var first = await ReadAsync("instances?prefix=page-&status=Running");
        var second = await ReadAsync($"instances?prefix=page-&status=Running&after={first["next"]}");

        Assert.Equal((20, 5, null), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count, second["next"]));
    }

    [OwnCityFact]
    public async Task Instances_of_another_status_or_age_are_left_out()
    {
        await StartAsync("young-1");

        Assert.Empty((await ReadAsync("instances?prefix=young-&status=Completed"))["items"]!.AsArray());
        Assert.Empty((await ReadAsync("instances?prefix=young-&olderThan=1"))["items"]!.AsArray());
    }

    [OwnCityFact]
    public async Task An_instance_shows_no_number_of_a_person()
    {
        await StartAsync("masked-1", new { id = Resident.IdNumber, phone = Resident.Phone });

        var shown = (await ReadAsync("instances/masked-1")).ToJsonString();

        Assert.DoesNotContain(Resident.IdNumber, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Resident.Phone, shown, StringComparison.Ordinal);
    }

    [OwnCityFact]
    public async Task An_instance_shows_what_it_did_as_bars()
    {
        await StartAsync("bars-1");

        var bar = (await ReadAsync("instances/bars-1"))["bars"]![0]!;

        Assert.Equal(("activity", "AdvanceCase", "failed"), (bar["kind"]!.GetValue<string>(), bar["name"]!.GetValue<string>(), bar["state"]!.GetValue<string>()));
    }

    [OwnCityTheory]
    [InlineData("terminate", "Terminated")]
    [InlineData("suspend", "Suspended")]
    public async Task An_order_is_followed_before_it_is_answered(string order, string status)
    {
        await StartAsync($"order-{order}");

        Assert.Equal((HttpStatusCode.NoContent, status), (await PressAsync($"instances/order-{order}/{order}"), await StatusAsync($"order-{order}")));
    }

    [OwnCityFact]
    public async Task What_was_suspended_can_be_resumed()
    {
        await StartAsync("resume-1");
        await PressAsync("instances/resume-1/suspend");

        Assert.Equal((HttpStatusCode.NoContent, "Running"), (await PressAsync("instances/resume-1/resume"), await StatusAsync("resume-1")));
    }

    [OwnCityFact]
    public async Task What_has_finished_can_be_purged()
    {
        await StartAsync("purge-1");
        await PressAsync("instances/purge-1/terminate");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (await PressAsync("instances/purge-1/purge"), await PressAsync("instances/purge-1/purge")));
    }

    [OwnCityFact]
    public async Task What_has_failed_makes_its_last_try_again_after_a_rewind()
    {
        await StartAsync("rewind-1");
        for (var tries = 1; tries < 20; tries++) await _city.MoveClockAsync(_city.Local.Clock.GetUtcNow().AddSeconds(20));
        var failed = await StatusAsync("rewind-1");
        var later = _city.Local.Clock.GetUtcNow().AddHours(1);
        await _city.MoveClockAsync(later);

        var pressed = await PressAsync("instances/rewind-1/rewind");
        var updated = (await ReadAsync("instances/rewind-1"))["instance"]!["updated"]!.GetValue<DateTimeOffset>();

        Assert.Equal(("Failed", HttpStatusCode.NoContent, true), (failed, pressed, updated >= later));
    }

    [OwnCityTheory]
    [InlineData("purge")]
    [InlineData("resume")]
    [InlineData("rewind")]
    public async Task What_its_state_does_not_allow_is_refused_and_changes_nothing(string order)
    {
        await StartAsync($"refuse-{order}");

        Assert.Equal((HttpStatusCode.Conflict, "Running"), (await PressAsync($"instances/refuse-{order}/{order}"), await StatusAsync($"refuse-{order}")));
    }

    [OwnCityTheory]
    [InlineData("instances/nobody/terminate")]
    [InlineData("instances/nobody/explode")]
    public async Task There_is_nothing_to_order_of_nobody(string press) => Assert.Equal(HttpStatusCode.NotFound, await PressAsync(press));

    [OwnCityTheory]
    [InlineData("instances/alien/terminate")]
    [InlineData("notices/alien/retry")]
    [InlineData("notices/alien/drop")]
    public async Task Another_sites_page_cannot_press(string press)
    {
        _http.DefaultRequestHeaders.Remove("X-OneVisit-Page");

        Assert.Equal(HttpStatusCode.Forbidden, await PressAsync(press));
    }

    [OwnCityFact]
    public async Task A_notice_put_aside_tells_which_it_is_but_not_what_it_says()
    {
        await PutAsideAsync("told");

        var aside = await AsideAsync("told");

        Assert.Equal(
            (NoticeKinds.CaseRefused, "XT261124-KQ7M2A", 5, false),
            (aside!["kind"]!.GetValue<string>(), aside["caseId"]!.GetValue<string>(), aside["tries"]!.GetValue<int>(), aside.ToJsonString().Contains("secret", StringComparison.Ordinal)));
    }

    [OwnCityFact]
    public async Task A_notice_put_aside_is_tried_again_once_however_often_one_presses()
    {
        await PutAsideAsync("again");
        var message = (await AsideAsync("again"))!["messageId"]!.GetValue<string>();

        Assert.Equal(
            (HttpStatusCode.NoContent, HttpStatusCode.Gone, null),
            (await PressAsync($"notices/{message}/retry"), await PressAsync($"notices/{message}/retry"), await AsideAsync("again")));
    }

    [OwnCityFact]
    public async Task A_notice_put_aside_can_be_dropped()
    {
        await PutAsideAsync("dropped");
        var message = (await AsideAsync("dropped"))!["messageId"]!.GetValue<string>();

        Assert.Equal((HttpStatusCode.NoContent, null), (await PressAsync($"notices/{message}/drop"), await AsideAsync("dropped")));
    }

    [OwnCityFact]
    public async Task What_is_no_notice_is_told_as_that()
    {
        await Poison.SendMessageAsync("no notice");

        Assert.Contains((await ReadAsync("state"))["notices"]!["aside"]!.AsArray(), aside => aside!["noticeId"] is null);
    }

    [OwnCityFact]
    public async Task The_management_api_asks_for_the_key_of_this_city()
    {
        using var without = await _http.GetAsync(new Uri(_city.BackOfficeUrl, "runtime/webhooks/durabletask/instances"));
        using var with = await _http.GetAsync(new Uri(_city.BackOfficeUrl, $"runtime/webhooks/durabletask/instances?code={_city.Local.Keys.DurableTask}"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    public void Dispose() => _http.Dispose();

    private QueueClient Poison => new(_city.Local.Azurite.ConnectionString, "notices-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    // A process without a case: its one activity fails again and again.
    private async Task StartAsync(string id, object? input = null)
    {
        await _city.Local.BackOffice.Engine.Client.ScheduleNewOrchestrationInstanceAsync("CaseProcess", input, new StartOrchestrationOptions(id));
        await _city.SettleAsync();
    }

    private Task PutAsideAsync(string id)
    {
        Notice notice = new(id, "resident:nobody", NoticeKinds.CaseRefused, "XT261124-KQ7M2A", null, City.Morning, new Dictionary<string, string> { ["reason"] = "secret" });
        return Poison.SendMessageAsync(JsonSerializer.Serialize(notice, Wire.Json));
    }

    private async Task<JsonNode?> AsideAsync(string id) =>
        (await ReadAsync("state"))["notices"]!["aside"]!.AsArray().SingleOrDefault(aside => aside!["noticeId"]?.GetValue<string>() == id);

    private async Task<string> StatusAsync(string id) => (await ReadAsync($"instances/{id}"))["instance"]!["status"]!.GetValue<string>();

    private async Task<JsonNode> ReadAsync(string route) => (await _http.GetFromJsonAsync<JsonNode>(route))!;

    private async Task<HttpStatusCode> PressAsync(string route)
    {
        using var answer = await _http.PostAsync(route, null);
        return answer.StatusCode;
    }
}
