using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Papers;
using OneVisit.Bot.Tests.City;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Papers that people sent, at an origin of their own: the rights are asked at the moment of looking, and an address that leaks opens nothing.</summary>
[Collection(CityCollection.Name)]
public sealed class PapersOriginTests(BotCity city) : IAsyncLifetime
{
    private const string Officer = "staff:zhai-officer";

    private PaperCity _papers = null!;

    private HttpClient _desk = null!;

    [Fact]
    public async Task A_photo_is_seen_at_the_other_origin_by_who_may_see_it_and_the_back_office_is_asked_at_both()
    {
        var photo = _papers.Keep(Officer);

        var way = await _papers.WayAsync(_desk, photo);
        using var answer = await _papers.FollowAsync(way);

        Assert.StartsWith(PaperCity.PapersUrl + "p/", way.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("image/jpeg", "1,2,3"), (answer.Content.Headers.ContentType?.MediaType, string.Join(',', await answer.Content.ReadAsByteArrayAsync())));
        Assert.Equal([Officer, Officer], _papers.AskedFor(photo));
    }

    [Fact]
    public async Task What_is_shown_there_runs_and_loads_nothing_is_named_by_us_and_drawn_by_no_other_site()
    {
        using var answer = await _papers.FollowAsync(await _papers.WayAsync(_desk, _papers.Keep(Officer)));

        Assert.Equal("default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'none'", Of(answer, "Content-Security-Policy"));
        Assert.Equal(
            ("nosniff", "no-referrer", "same-origin", "same-origin", "DENY", true),
            (Of(answer, "X-Content-Type-Options"), Of(answer, "Referrer-Policy"), Of(answer, "Cross-Origin-Resource-Policy"), Of(answer, "Cross-Origin-Opener-Policy"), Of(answer, "X-Frame-Options"), answer.Headers.CacheControl!.NoStore));
        Assert.Matches("^inline; filename=\"XT261124-AB12CD-d-[0-9a-f-]+\\.jpg\"$", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/heic")]
    [InlineData("text/html")]
    public async Task What_is_no_photo_is_put_aside_as_a_file_there_too(string type)
    {
        using var answer = await _papers.FollowAsync(await _papers.WayAsync(_desk, _papers.Keep(Officer, type)));

        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task A_ticket_opens_once_and_then_leads_back_to_where_the_session_is_asked()
    {
        var photo = _papers.Keep(Officer);
        var way = await _papers.WayAsync(_desk, photo);
        (await _papers.FollowAsync(way)).Dispose();

        using var again = await _papers.FollowAsync(way);
        using var stranger = await Browsers.New().GetAsync(new Uri(_papers.Bot.Url, again.Headers.Location!.AbsolutePath[1..]));

        Assert.Equal(new Uri($"http://localhost:3978/staff/papers/XT261124-AB12CD/{photo}"), again.Headers.Location);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.NotEqual(way, await _papers.WayAsync(_desk, photo));
    }

    [Fact]
    public async Task A_file_is_fetched_a_second_time_by_the_program_that_keeps_it_and_no_third_time()
    {
        var way = await _papers.WayAsync(_desk, _papers.Keep(Officer, "application/pdf"));

        var answers = new[] { await _papers.FollowAsync(way), await _papers.FollowAsync(way), await _papers.FollowAsync(way) };

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Used_by_many_at_once_it_opens_once()
    {
        var way = await _papers.WayAsync(_desk, _papers.Keep(Officer));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _papers.FollowAsync(way)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_ticket_is_good_at_every_instance_and_spent_at_every_one()
    {
        await using var other = await PaperCity.OpenAsync(city);
        var way = await _papers.WayAsync(_desk, _papers.Keep(Officer));

        using var there = await other.FollowAsync(way);
        using var here = await _papers.FollowAsync(way);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (there.StatusCode, here.StatusCode));
    }

    [Fact]
    public async Task A_minute_later_it_opens_nothing()
    {
        var photo = _papers.Keep(Officer);

        using var answer = await OpenAsync(_papers.Tickets.New(OfOfficer(photo), TimeSpan.FromSeconds(-2)));

        Assert.Equal((HttpStatusCode.Found, $"/staff/papers/XT261124-AB12CD/{photo}"), (answer.StatusCode, answer.Headers.Location!.AbsolutePath));
        Assert.Empty(_papers.AskedFor(photo));
    }

    [Fact]
    public async Task A_ticket_that_was_changed_or_is_none_opens_nothing()
    {
        var photo = _papers.Keep(Officer);
        var ticket = _papers.Tickets.New(OfOfficer(photo), PaperTickets.Lifetime);
        var link = Links.TokenOf(new FormLink(Officer, "zh-CN", "XT261124-AB12CD", photo, "directline", "c", 0), FormLinks.Lifetime);

        foreach (var wrong in (string[])[ticket[..^3] + (ticket[^3] == 'A' ? 'B' : 'A') + ticket[^2..], link, "x", new string('A', 4_000)])
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(wrong)).StatusCode);
        Assert.Empty(_papers.AskedFor(photo));
    }

    [Fact]
    public async Task Of_somebody_elses_ticket_the_paper_is_asked_for_in_their_name_who_may_not_see_it()
    {
        var photo = _papers.Keep(Officer);

        using var answer = await OpenAsync(_papers.Tickets.New(OfOfficer(photo) with { Participant = "staff:another" }, PaperTickets.Lifetime));

        Assert.Equal((HttpStatusCode.NotFound, "staff:another"), (answer.StatusCode, Assert.Single(_papers.AskedFor(photo))));
    }

    [Fact]
    public async Task Whose_rights_were_taken_away_meanwhile_sees_nothing()
    {
        var photo = _papers.Keep(Officer);
        var way = await _papers.WayAsync(_desk, photo);
        city.Office.Papers[photo] = city.Office.Papers[photo] with { Reader = "staff:next-officer" };

        using var answer = await _papers.FollowAsync(way);

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Who_may_not_see_it_gets_no_ticket()
    {
        using var answer = await _desk.GetAsync(new Uri(_papers.Bot.Url, $"staff/papers/XT261124-AB12CD/{_papers.Keep("staff:another")}"));
        using var stranger = await Browsers.New().GetAsync(new Uri(_papers.Bot.Url, $"staff/papers/XT261124-AB12CD/{_papers.Keep(Officer)}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (answer.StatusCode, stranger.StatusCode));
    }

    [Fact]
    public async Task At_the_pages_a_ticket_opens_nothing_not_even_for_who_got_it()
    {
        var photo = _papers.Keep(Officer);
        var way = await _papers.WayAsync(_desk, photo);

        using var atPages = await _desk.GetAsync(new Uri(_papers.Bot.Url, way.AbsolutePath[1..]));
        using var atPapers = await _papers.FollowAsync(way);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (atPages.StatusCode, atPapers.StatusCode));
    }

    [Fact]
    public async Task Nothing_else_is_served_there_and_no_cookie_is_read_or_set()
    {
        var found = new List<string>();
        string[] more = ["", "assets/page.css", "?lang=en", "p", "p/", "health"];
        foreach (var path in _papers.Bot.Doors.Where(door => !door.Route.StartsWith("/p/", StringComparison.Ordinal)).Select(door => door.Filled(_ => "x")).Concat(more))
        {
            using var answer = await _desk.AskAsync(_papers.Bot.Url, HttpMethod.Get, path, ("Host", "papers.example"));
            if (answer.StatusCode != HttpStatusCode.NotFound || answer.Headers.Contains("Set-Cookie") || (await answer.Content.ReadAsByteArrayAsync()).Length > 0) found.Add($"{(int)answer.StatusCode} {path}");
        }
        using var photo = await _desk.AskAsync(_papers.Bot.Url, HttpMethod.Get, (await _papers.WayAsync(_desk, _papers.Keep(Officer))).AbsolutePath[1..] + "?lang=en", ("Host", "PAPERS.example:443"));

        Assert.Empty(found);
        Assert.Equal((HttpStatusCode.OK, false), (photo.StatusCode, photo.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task What_we_made_ourselves_stays_with_the_pages()
    {
        var form = _papers.Keep(Officer, "application/pdf", sent: false);

        using var answer = await _desk.GetAsync(new Uri(_papers.Bot.Url, $"staff/papers/XT261124-AB12CD/{form}"));
        using var there = await OpenAsync(_papers.Tickets.New(OfOfficer(form), PaperTickets.Lifetime));

        Assert.Equal((HttpStatusCode.OK, "inline", 3, HttpStatusCode.NotFound), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.DispositionType, (await answer.Content.ReadAsByteArrayAsync()).Length, there.StatusCode));
    }

    [Fact]
    public async Task While_the_back_office_is_silent_it_is_said_and_the_same_ticket_opens_afterwards()
    {
        var way = await _papers.WayAsync(_desk, _papers.Keep(Officer));
        HttpStatusCode silent;
        string words;
        using (city.Office.GoDown())
        {
            using var answer = await _papers.FollowAsync(way);
            (silent, words) = (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        using var later = await _papers.FollowAsync(way);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (silent, later.StatusCode));
        Assert.StartsWith("系统正忙", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_sees_its_own_paper_by_the_link_of_its_chat_with_what_was_proven_there()
    {
        var resident = await city.MetAsync();
        foreach (var _ in (int[])[1, 2]) await resident.SayAsync("我的办件");
        var photo = _papers.Keep(city.ParticipantOf(resident));

        using var atPages = await Browsers.New().GetAsync(new Uri(_papers.Bot.Url, $"forms/{Links.TokenOf(LinkOf(resident), FormLinks.Lifetime)}/signed/{photo}"));
        using var answer = await _papers.FollowAsync(atPages.Headers.Location!);

        Assert.Equal((HttpStatusCode.OK, "M07.jpg"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        Assert.All(city.Office.Shown.Where(shown => shown.Path.EndsWith(photo, StringComparison.Ordinal)), shown => Assert.Equal("person-them.1.2.signature", shown.Proof));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_households_ticket_that_is_over_or_whose_chat_was_left_leads_to_a_link_that_is_over(bool left)
    {
        var resident = await city.MetAsync();
        var photo = _papers.Keep(city.ParticipantOf(resident));
        var ticket = _papers.Tickets.New(PaperTicket.Of(LinkOf(resident), "XT261124-AB12CD", photo), left ? PaperTickets.Lifetime : TimeSpan.FromSeconds(-2));
        if (left) await resident.SayAsync("退出");

        using var answer = await OpenAsync(ticket);
        using var page = await Browsers.New().GetAsync(new Uri(_papers.Bot.Url, answer.Headers.Location!.AbsolutePath[1..]));

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("这个链接过期了", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_papers.AskedFor(photo));
    }

    [Fact]
    public async Task Where_no_origin_is_set_papers_are_shown_at_the_pages_and_there_are_no_tickets()
    {
        var photo = _papers.Keep(Officer);
        var desk = await Browsers.OfStaffAsync(city.Url);

        using var answer = await desk.GetAsync(new Uri(city.Url, $"staff/papers/XT261124-AB12CD/{photo}"));
        using var ticket = await desk.GetAsync(new Uri(city.Url, "p/" + city.Services.GetRequiredService<PaperTickets>().New(OfOfficer(photo), PaperTickets.Lifetime)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (answer.StatusCode, ticket.StatusCode));
        Assert.Contains("sandbox", Of(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://papers.example/", "is not https")]
    [InlineData("http://localhost:3978/", "is the origin of the pages")]
    [InlineData("HTTP://LOCALHOST:3978", "is the origin of the pages")]
    [InlineData("https://papers.example/p", "is not the address of an origin")]
    [InlineData("https://me@papers.example/", "is not the address of an origin")]
    [InlineData("papers.example", "is not the address of an origin")]
    [InlineData("/p", "is not the address of an origin")]
    public async Task A_bot_that_is_told_of_an_origin_that_cannot_be_one_does_not_start(string url, string why)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:PapersUrl"] = url }));

        Assert.StartsWith("Setting OneVisit:PapersUrl " + why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_tickets_that_were_used_nothing_is_kept_for_long()
    {
        var (spent, seen) = (_papers.Bot.Services.GetRequiredService<SpentTickets>(), _papers.Bot.Services.GetRequiredService<SeenNotices>());
        var ticket = Guid.NewGuid().ToString("N");
        await seen.NoteAsync(ticket);

        Assert.Equal((true, false), (await spent.SpendAsync(ticket), await spent.SpendAsync(ticket)));
        Assert.Equal(0, await spent.EraseAsync(DateTimeOffset.UtcNow.AddHours(-1), 100));
        Assert.InRange(await spent.EraseAsync(DateTimeOffset.UtcNow.AddHours(1), 100), 1, 100);
        Assert.Equal((true, true), (await spent.SpendAsync(ticket), await seen.HasAsync(ticket)));
    }

    public async Task InitializeAsync()
    {
        _papers = await PaperCity.OpenAsync(city);
        _desk = await Browsers.OfStaffAsync(_papers.Bot.Url);
    }

    public Task DisposeAsync() => _papers.DisposeAsync().AsTask();

    private FormLinks Links => _papers.Bot.Services.GetRequiredService<FormLinks>();

    private static PaperTicket OfOfficer(string paper) => new("XT261124-AB12CD", paper, "photo", Officer, "zh-CN");

    private FormLink LinkOf(Talker resident) => new(city.ParticipantOf(resident), "zh-CN", "XT261124-AB12CD", "M07", "directline", resident.Conversation, 0);

    private Task<HttpResponseMessage> OpenAsync(string ticket) => _papers.FollowAsync(new Uri(PaperCity.PapersUrl + "p/" + ticket));

    private static string Of(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
