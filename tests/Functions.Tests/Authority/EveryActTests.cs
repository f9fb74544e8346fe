using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Every act of a card, posted by everybody on the tasks of a case in every state, forged or not: the table of acts says who is refused, and nothing follows from it.</summary>
public sealed class EveryActTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int AtOnce = 12;

    private static readonly string[] Acts = [.. typeof(ActNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!), "pardon", ""];

    [Fact]
    public async Task Whoever_may_not_do_an_act_is_refused_whatever_is_posted_and_nothing_is_journalled()
    {
        await using var office = await Office.OpenAsync(azurite);
        var scenes = await Scenes.SetAsync(office);
        var before = await VersionsAsync(office, scenes);
        var (wrong, asked) = (new ConcurrentQueue<string>(), 0);

        await Parallel.ForEachAsync(Attempts(scenes), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (attempt, _) =>
        {
            Interlocked.Increment(ref asked);
            var (scene, task, act, person) = attempt;
            using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{scene.CaseId}/tasks/{task}/outcome", person.Participant, Forged(act));
            var (atDesk, line) = (IsAtDesk(person, scene, task), ActTable.InForce.OnCase(act));
            var judged = line?.Judge(person.To(scene, task)) ?? Judgement.NotTheirs;
            var refused = !person.IsKnown ? answer.StatusCode == HttpStatusCode.Unauthorized
                // Whose it is hears where the case stands, or that it is done.
                // A case's longer limit is given by whose its decision is, whatever lies before others.
                : act == ActNames.ExtendTime && judged == Judgement.Allowed && answer.StatusCode == HttpStatusCode.Forbidden ? true
                : judged == Judgement.Allowed ? answer.StatusCode == HttpStatusCode.Conflict && (await Office.ProblemAsync(answer)).Code is ProblemCodes.OutOfOrder or ProblemCodes.AlreadyDone or ProblemCodes.WithoutAuthority
                : judged == Judgement.Barred ? answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict
                // Who has the card before them is told that it has no such act. A decision without power, or what is done already, is told as a conflict.
                : atDesk ? answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.Forbidden
                : answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict;
            if (!refused)
                wrong.Enqueue($"{act} on {task} by {person.Participant} in {scene.State.Code()}: {(int)answer.StatusCode}");
        });
        await office.SettleAsync();

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Order().Take(60))}");
        Assert.True(asked > 9_000, $"Only {asked} asked.");
        Assert.Equal(before, await VersionsAsync(office, scenes));
    }

    [Fact]
    public async Task Numbers_that_are_made_up_or_somebody_elses_open_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        await People.SeedAsync(office);
        var (journey, other) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        await journey.SendPaperAsync("M07");
        var document = (await journey.SeeAsync()).Materials.SelectMany(material => material.Documents).First().DocumentId;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, $"cases/{journey.CaseId}/documents/{document}", Town.Resident));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{other.CaseId}/documents/{document}", Town.Resident));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{journey.CaseId}/documents/{document}", Town.OtherResident));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, "cases/XT261124-ZZZZZZ", Town.Officer));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/none", Town.Officer));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, "cases/XT261124-ZZZZZZ/tasks/collect-r1/outcome", Town.Agent, Forged(ActNames.Collected)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/none/outcome", Town.Agent, Forged(ActNames.Collected)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, "staff/none/hand-over", Town.Reviewer));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, "staff/shi-agent/hand-over", "staff:dong-head"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, "staff/shi-agent/absences", "staff:dong-head", new NoteAbsence(Reason: "请假")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, "statistics?point=370982103", Town.ForeignOfficer));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, "agents?case=" + journey.CaseId, Town.OtherResident));
    }

    [Fact]
    public async Task Whoever_is_related_neither_acts_nor_touches_the_file()
    {
        await using var office = await Office.OpenAsync(azurite);
        await People.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "柳青青", Relation = "表弟" });
        await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = "白露露", Relation = "表妹" });
        await office.SettleAsync();
        var before = (await journey.SeeAsync()).Version;

        foreach (var act in Acts.Except([ActNames.DeclareRelative, ActNames.NameMember]).Where(act => ActTable.InForce.OnCase(act) is { May: var may } && may.Contains(new(Relation.Desk, Role.TownshipOfficer))))
        {
            using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/tasks/survey-r1/outcome", People.Kin, Forged(act));
            Assert.True((HttpStatusCode.Forbidden, ProblemCodes.Related) == (answer.StatusCode, (await Office.ProblemAsync(answer)).Code), act);
        }
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/survey-r1", People.Kin));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, $"cases/{journey.CaseId}/papers/receipt/withdrawal", People.KinReviewer, new WithdrawPaper("none", "打印有误，需要重新出具")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, $"cases/{journey.CaseId}/rating/exclusion", People.KinReviewer, new ExcludeRating("评价与办件无关")));
        var minutes = new ByteArrayContent(SampleFiles.Photo("kin")) { Headers = { { Headers.Material, OfficePapers.AppraisalMinutes } } };
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, $"cases/{journey.CaseId}/documents", People.Kin, minutes));
        Assert.Equal(before, (await journey.SeeAsync()).Version);
    }

    [Fact]
    public async Task A_decision_that_was_handed_over_is_seen_and_done_by_that_office_and_no_other_of_its_place()
    {
        await using var office = await Office.OpenAsync(azurite);
        await People.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);
        var other = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        using var suspended = await office.SendAsync(
            HttpMethod.Put, "points/370982103/suspension", Town.Reviewer, new SuspendAuthority("抽查发现越权决定") { ToRole = "chief-representative", ToOffice = "township/370982101" });
        Assert.Equal(HttpStatusCode.OK, suspended.StatusCode);
        await office.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, $"cases/{journey.CaseId}", "staff:dong-chief"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{other.CaseId}", "staff:dong-chief"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{journey.CaseId}", Town.ForeignOfficer));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, $"cases/{journey.CaseId}", "staff:dong-deputy"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/decide-r1/outcome", Town.Chief, new TaskOutcome(ActNames.Approve, Amount: 1620)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/decide-r1/outcome", "staff:dong-deputy", new TaskOutcome(ActNames.Approve, Amount: 1620)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, $"cases/{journey.CaseId}/tasks/decide-r1/outcome", "staff:dong-chief", new TaskOutcome(ActNames.Approve, Amount: 1620)));
    }

    [Fact]
    public async Task Outside_the_states_of_its_line_an_operation_is_told_so_and_nothing_is_journalled()
    {
        await using var office = await Office.OpenAsync(azurite);
        var scenes = await Scenes.SetAsync(office);
        var before = await VersionsAsync(office, scenes);
        (string Act, string Route, string Who, object? Body)[] wishes =
        [
            ("GrantMandate", "mandate", Town.Resident, new MandateOffer("township")), ("AnswerDataCheck", "differences", Town.Resident, new AnswerDifferences(false, "收入不是这个数")),
            ("ObjectToFindings", "survey/objection", Town.Resident, new ObjectToSurvey("家里没有这么多收入")), ("RateService", "rating", Town.Resident, new RateCase(5)),
            ("ExcludeFromRates", "rating/exclusion", Town.Reviewer, new ExcludeRating("评价与办件无关")),
        ];

        foreach (var (act, route, who, body) in wishes)
        {
            var others = scenes.Where(scene => !ActTable.InForce.Operation(act)!.When.Contains(scene.State)).ToArray();
            Assert.NotEmpty(others);
            foreach (var scene in others)
            {
                using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{scene.CaseId}/{route}", who, body);
                Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{act} in {scene.State.Code()}: {(int)answer.StatusCode}");
            }
        }
        Assert.Equal(before, await VersionsAsync(office, scenes));
    }

    // Everything an act could ask for.
    private static TaskOutcome Forged(string act) => new(act, Amount: 1620, Materials: ["M04", "M05", "M07"], Reason: "这是伪造的卡片内容", Verification: "consistent", MonthlyIncomeFound: 1300, MembersFound: 4)
    {
        Second = "zhai-deputy", MemberName = Applications.Name, MemberIdNumber = Applications.IdNumber, MemberAuthorised = true, Relative = "self", Relation = "表弟", Words = "这是伪造的卡片内容",
    };

    // Everybody who may not, and everybody who might at another time.
    private static IEnumerable<(Scene Scene, string Task, string Act, Person Person)> Attempts(IReadOnlyList<Scene> scenes) =>
        from scene in scenes
        from task in scene.Tasks.Keys.Take(scene.Cast.IsEmpty ? 1 : 3)
        from act in Acts
        from person in People.All
        where scene.IsFor(person) && person.Proof is null
            // Whose the decision is may give the case its longer limit from any of its tasks.
            && !(act == ActNames.ExtendTime && person.Participant == (scene.State == CaseState.Accepting ? Town.Bureau : Town.Chief))
            // Who is kin says so as often as they like.
            && !(act == ActNames.DeclareRelative && scene.Kin.Contains(person.Participant))
        where !person.IsKnown || person.Posts.IsEmpty || ActTable.InForce.OnCase(act) is not { } line
            ? !IsAtDesk(person, scene, task) : line.Judge(person.To(scene, task)) != Judgement.Allowed || !line.When.Contains(scene.State)
        select (scene, task, act, person);

    private static bool IsAtDesk(Person person, Scene scene, string task) => person.To(scene, task).Standings.Any(standing => standing.Relation == Relation.Desk);

    private static async Task<string[]> VersionsAsync(Office office, IReadOnlyList<Scene> scenes)
    {
        var versions = new List<string>();
        foreach (var scene in scenes)
            versions.Add($"{scene.CaseId} {(await office.GetAsync<CaseView>($"cases/{scene.CaseId}", Town.Resident)).Version}");
        return [.. versions];
    }

    private static async Task<HttpStatusCode> StatusAsync(Office office, string route, string who, object? body = null)
    {
        using var answer = await office.SendAsync(body is null ? HttpMethod.Get : HttpMethod.Post, route, who, body);
        return answer.StatusCode;
    }
}
