using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

public sealed class HoldTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly PlaceHold OnPerson = new(null, Applications.IdNumber, "市纪委监委", "正在核查，先不要删");

    [Fact]
    public async Task A_hold_tells_who_ordered_it_and_why_and_shows_the_number_masked()
    {
        await using var office = await Office.OpenAsync(azurite);
        var placed = await PlaceAsync(office, OnPerson);
        var again = await PlaceAsync(office, OnPerson);
        using var lifted = await office.SendAsync(HttpMethod.Post, $"holds/{placed.HoldId}/lift", Town.Reviewer, new LiftHold("核查结束了"));
        var anew = await PlaceAsync(office, OnPerson);

        var holds = await office.GetAsync<HoldView[]>(Routes.Holds, Town.Reviewer);

        Assert.Equal(placed.HoldId, again.HoldId);
        Assert.NotEqual(placed.HoldId, anew.HoldId);
        Assert.Equal(2, holds.Length);
        var ended = Assert.Single(holds, hold => !hold.Stands);
        Assert.Equal(("370982********0016", "市纪委监委", "核查结束了"), (ended.Person, ended.OrderedBy, ended.LiftReason));
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hold_on_a_person_keeps_the_cases_in_which_they_act_for_somebody()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        var (book, cabinet) = (office.Services.GetRequiredService<RetentionBook>(), office.Services.GetRequiredService<CaseCabinet>());
        var current = (await cabinet.FindAsync(journey.CaseId, CancellationToken.None))!.Current;
        var before = (await Holds.ReadAsync(book, cabinet, CancellationToken.None)).Hold(current);

        await PlaceAsync(office, OnPerson with { IdNumber = Acting.IdNumber });

        Assert.Equal((false, true), (before, (await Holds.ReadAsync(book, cabinet, CancellationToken.None)).Hold(current)));
    }

    [Theory]
    [InlineData("number", null, null, "法院", "案件还在审理")]
    [InlineData("number", "XT260101-ZZZZZZ", null, "法院", "案件还在审理")]
    [InlineData("number", "XT260101-ZZZZZZ", Applications.IdNumber, "法院", "案件还在审理")]
    [InlineData("idNumber", null, "123", "法院", "案件还在审理")]
    [InlineData("orderedBy", null, Applications.IdNumber, " ", "案件还在审理")]
    [InlineData("reason", null, Applications.IdNumber, "法院", "短")]
    public async Task What_is_wrong_with_an_order_is_said_and_nothing_is_held(string field, string? number, string? id, string orderedBy, string reason)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(number, id, orderedBy, reason));

        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Empty(await office.GetAsync<HoldView[]>(Routes.Holds, Town.Reviewer));
    }

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Resident)]
    public async Task Only_the_citys_reviewers_hold_lift_and_look(string who)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var placed = await office.SendAsync(HttpMethod.Post, Routes.Holds, who, OnPerson);
        using var lifted = await office.SendAsync(HttpMethod.Post, "holds/BL261124-00000000/lift", who, new LiftHold("核查结束了"));
        using var listed = await office.SendAsync(HttpMethod.Get, Routes.Holds, who);
        using var retention = await office.SendAsync(HttpMethod.Get, Routes.Retention, who);

        Assert.All(new[] { placed, lifted, listed, retention }, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    [Fact]
    public async Task That_a_file_went_to_the_archive_is_noted_once_by_who_files_for_the_city_and_only_when_it_was_filed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var early = await NoteAsync(journey, Town.Filing, "档2026-15");
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();

        using var other = await NoteAsync(journey, Town.Officer, "档2026-15");
        using var empty = await NoteAsync(journey, Town.Filing, " ");
        using var noted = await NoteAsync(journey, Town.Filing, "档2026-15");
        using var again = await NoteAsync(journey, Town.Reviewer, "档2026-16");

        Assert.Equal((409, 403, 422, 204, 204), ((int)early.StatusCode, (int)other.StatusCode, (int)empty.StatusCode, (int)noted.StatusCode, (int)again.StatusCode));
        Assert.Single((await journey.SeeAsync()).Timeline, entry => entry.Kind == "handed-to-archive" && entry.Note!.Contains("档2026-15", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> NoteAsync(Journey journey, string who, string number) =>
        journey.Office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/archive", who, new NoteArchive(number));

    internal static async Task<HoldView> PlaceAsync(Office office, PlaceHold order)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, order);
        return await Office.ReadAsync<HoldView>(answer);
    }
}
