using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Staffing;

/// <summary>Somebody is not there: who may say so, and what is not offered to them.</summary>
public sealed class AbsenceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Head = "staff:zhai-head";

    [Theory]
    [InlineData(Town.Agent)]
    [InlineData(Head)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Bureau)]
    public async Task The_person_their_township_and_the_city_note_it(string by)
    {
        await using var office = await Office.OpenAsync(azurite);

        var away = await Office.ReadAsync<AbsencesView>(await NoteAsync(office, by, "shi-agent", new(Reason: "发烧", StandIn: "shi-agent-2")));

        Assert.Equal([new AbsenceView(new(2026, 11, 24), null, "发烧", "shi-agent-2")], away.Absences);
    }

    [Theory]
    [InlineData(Town.OtherAgent)]
    [InlineData(Town.ForeignOfficer)]
    [InlineData(Town.Resident)]
    public async Task Nobody_else_does(string by)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await NoteAsync(office, by, "shi-agent", new(Reason: "发烧"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_nothing_changes()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await NoteAsync(office, Head, "shi-agent", new(To: new(2026, 11, 1), Reason: "发烧"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "to"), (answer.StatusCode, (await Office.ProblemAsync(answer)).Errors!.Keys.Single()));
        Assert.Null((await PeopleAsync(office, Head)).Single(person => person.Id == "shi-agent").AwayFrom);
    }

    [Fact]
    public async Task Noted_by_two_at_once_neither_is_lost()
    {
        await using var office = await Office.OpenAsync(azurite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => NoteAsync(office, Head, "shi-agent", new(new DateOnly(2026, 12, 1 + number * 3), new DateOnly(2026, 12, 2 + number * 3), "开会"))));
        var away = await Office.ReadAsync<AbsencesView>(await NoteAsync(office, Head, "shi-agent", new(Reason: "发烧", To: new(2026, 11, 25))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(5, away.Absences.Count);
    }

    [Fact]
    public async Task A_new_errand_is_offered_to_who_is_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Town.Agent, "shi-agent", new(Reason: "发烧"))).Dispose();
        var journey = await Journey.BeginAsync(office);

        Assert.Equal([Town.OtherAgent], (await journey.NoticesAsync()).Where(notice => notice is { Kind: NoticeKinds.TaskOpened, TaskId: "collect-r1" }).Select(notice => notice.To));
    }

    [Fact]
    public async Task Where_everybody_is_away_the_next_level_hears_so_aloud()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Head, "shi-agent", new(Reason: "发烧", To: new(2026, 11, 26)))).Dispose();
        (await NoteAsync(office, Head, "shi-agent-2", new(Reason: "学习", To: new(2026, 11, 25)))).Dispose();
        var journey = await Journey.BeginAsync(office);

        var told = (await journey.NoticesAsync()).Where(notice => notice is { Kind: NoticeKinds.TaskNews, TaskId: "collect-r1" }).ToArray();

        Assert.Equal([Town.Officer, Town.OtherOfficer], told.Select(notice => notice.To).Order(StringComparer.Ordinal));
        Assert.Equal(("desk-away", "village-agent", "2026-11-25"), (told[0].Data["news"], told[0].Data["role"], told[0].Data["until"]));
    }

    [Fact]
    public async Task A_household_is_not_offered_an_agent_who_is_away_and_naming_one_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Town.Agent, "shi-agent", new(Reason: "发烧"))).Dispose();
        var journey = await Journey.BeginAsync(office, mandate: false);

        var offices = await office.GetAsync<AgentOfficeView[]>($"{Routes.Agents}?village={Town.Village}", Town.Resident);
        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/mandate", Town.Resident, new MandateOffer("village", "shi-agent"));

        Assert.Equal(["shi-agent-2"], offices.Single(one => one.Level == "village").Agents.Select(agent => agent.Id));
        Assert.Contains("史建国", (await Office.ProblemAsync(answer)).Errors!["agent"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_come_hands_the_errand_past_a_colleague_who_is_away()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Head, "shi-agent-2", new(Reason: "学习"))).Dispose();
        var journey = await Journey.BeginAsync(office);

        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.Cannot, Cause: DeclineCauses.Ill));

        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.TownshipAgent));
    }

    [Fact]
    public async Task Who_is_back_is_offered_work_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Town.Agent, "shi-agent", new(Reason: "发烧"))).Dispose();
        var away = await Office.ReadAsync<AbsencesView>(await office.SendAsync(HttpMethod.Post, "staff/shi-agent/absences/end", Town.Agent, new EndAbsence()));

        Assert.Empty(away.Absences);
    }

    [Fact]
    public async Task The_head_sees_everybody_of_the_township_and_its_villages_with_who_is_away()
    {
        await using var office = await Office.OpenAsync(azurite);
        (await NoteAsync(office, Town.Agent, "shi-agent", new(Reason: "发烧"))).Dispose();

        var people = await PeopleAsync(office, Head);

        Assert.Equal(
            ["zhai-head", "qin-agent", "shi-agent", "shi-agent-2", "zhai-agent", "zhai-chief", "zhai-deputy", "zhai-officer", "zhai-officer-2"], people.Select(person => person.Id));
        Assert.Equal(new DateOnly(2026, 11, 24), people.Single(person => person.Id == "shi-agent").AwayFrom);
        Assert.All(people, person => Assert.True(person.Managed));
    }

    [Fact]
    public async Task The_city_asks_for_a_township_and_a_village_agent_sees_their_own_office()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Contains("shi-agent", (await office.GetAsync<StaffList>($"{Routes.Staff}?township=370982103", Town.Bureau)).People.Select(person => person.Id));
        Assert.Equal([("shi-agent", true), ("shi-agent-2", false)], (await PeopleAsync(office, Town.Agent)).Select(person => (person.Id, person.Managed)));
    }

    private static Task<HttpResponseMessage> NoteAsync(Office office, string by, string staffId, NoteAbsence absence) => office.SendAsync(HttpMethod.Post, $"staff/{staffId}/absences", by, absence);

    private static async Task<IReadOnlyList<StaffPersonView>> PeopleAsync(Office office, string reader) => (await office.GetAsync<StaffList>(Routes.Staff, reader)).People;
}
