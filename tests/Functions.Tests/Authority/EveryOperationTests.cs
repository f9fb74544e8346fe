using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Every operation, by everybody, on a case in every state, over HTTP: let in or refused exactly as the table of acts says, and whoever is refused changes nothing.</summary>
public sealed partial class EveryOperationTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int AtOnce = 12;
    private const string NoSuchCase = "XT261124-ZZZZZZ";

    // They do something whatever is sent with them; who may is let in once, at the end.
    private static readonly string[] WithoutABody = ["RevokeMandate", "RenounceRepresentation", "RebuildProcess", "RebuildStatistics", "CheckJournals"];

    // Whoever of the offices opens one of these leaves a look for the household; they do so when all who are refused have changed nothing.
    private static readonly string[] Looking = ["FetchDocument", "FetchPaper", "PrintForm", "FetchPackage"];

    // What is not there in most states, is not found by who may look for it, too.
    private static readonly string[] NotAlwaysThere = ["FetchPackage", "PrintNotice", "FetchPaper", "CompareDirectories", "ExportDirectory", "ShowDraw", "CheckJournal", "ShowApplication", "ShowStaffAccount", "ShowNoticeCase", "ReadNotice"];

    [Fact]
    public void Every_operation_has_a_line_and_every_line_an_operation()
    {
        // What answers wherever there is nothing does nothing that would be described, and is let run like the rest.
        var (operations, lines) = (Operation.All.Select(operation => operation.Function).Append(nameof(WrongAddress)).ToHashSet(), ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation).Select(line => line.Act).ToHashSet());

        Assert.True(operations.IsSubsetOf(lines), "functions/Domain/Authority/acts.txt lacks a line for each of these; nobody may call them: "
            + string.Join(", ", operations.Except(lines).Select(function => $"'{function} | in Chinese | who may | never | states | answer to others | what it rests on'")));
        Assert.True(lines.IsSubsetOf(operations), "No function has these names any more: " + string.Join(", ", lines.Except(operations)));
    }

    [Fact]
    public void A_line_is_about_a_case_when_its_address_is() => Assert.All(
        Operation.All.Where(operation => operation.Function is not "CompleteTask"),
        operation => Assert.True(operation.Route.Contains("{caseId}", StringComparison.Ordinal) == ActTable.InForce.Operation(operation.Function)!.IsAboutCase, operation.Function));

    [Fact]
    public async Task Everybody_is_let_in_or_refused_as_the_table_says()
    {
        await using var office = await Office.OpenAsync(azurite);
        var scenes = await Scenes.SetAsync(office);
        await office.SettleAsync();
        var (before, wrong, asked) = (await JournalsAsync(office), new ConcurrentQueue<string>(), 0);
        using var strangers = new Strangers(office);
        await strangers.PrepareAsync(scenes);

        await KnockAsync(knock => !knock.LeavesALook, AtOnce);
        await office.SettleAsync();
        Assert.Equal(before, await JournalsAsync(office));
        await KnockAsync(knock => knock.LeavesALook, atOnce: 2);

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Order().Take(60))}");
        Assert.True(asked > 9_000, $"Only {asked} asked.");
        Assert.NotEqual(before, await JournalsAsync(office));

        foreach (var knock in Knocks(scenes, last: true))
        {
            using var answer = await SendAsync(office, knock, strangers);
            Assert.True(await ComplaintAsync(knock, answer) is null, $"{knock.Operation.Function} by {knock.Person.Participant} in {knock.Scene?.State.Code()}: {(int)answer.StatusCode}");
            await office.SettleAsync();
        }

        Task KnockAsync(Func<Knock, bool> which, int atOnce) => Parallel.ForEachAsync(Knocks(scenes).Where(which), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (knock, _) =>
        {
            Interlocked.Increment(ref asked);
            using var answer = await SendAsync(office, knock, strangers);
            if (await ComplaintAsync(knock, answer) is { } complaint)
                wrong.Enqueue($"{knock.Operation.Function} by {knock.Person.Participant ?? "anybody"} ({knock.Footing.Standings[0]}) in {knock.Scene?.State.Code() ?? "no case"}: {(int)answer.StatusCode}, {complaint}");
        });
    }

    /// <summary>Whoever gives the table a new standing, bar or state sets a scene for it, too: what nobody in the sweep tries is not tested.</summary>
    [Fact]
    public async Task Every_standing_and_every_state_that_a_line_tells_of_is_tried()
    {
        await using var office = await Office.OpenAsync(azurite);
        var scenes = await Scenes.SetAsync(office);
        Knock[] knocks = [.. Knocks(scenes), .. Knocks(scenes, last: true)];
        var lacking = new List<string>();

        foreach (var line in ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation && !line.IsForAnybody))
        {
            var tried = knocks.Where(knock => knock.Line == line && knock.Person.Proof is null).ToArray();
            lacking.AddRange(line.May.Select(standing => standing.Relation).Distinct()
                .Where(relation => !tried.Any(knock => knock.MayComeIn && knock.Footing.Standings.Any(standing => standing.Relation == relation && line.May.Contains(standing))))
                .Select(relation => $"{line.Act}: nobody comes in as {relation}"));
            lacking.AddRange(line.When.Where(state => !tried.Any(knock => knock.MayComeIn && knock.Scene!.State == state)).Select(state => $"{line.Act}: nobody comes in while {state.Code()}"));
            lacking.AddRange(((Bars[])[Bars.Kin, Bars.KinOffErrand])
                .Where(bar => line.IsAboutCase && line.Never.HasFlag(bar) && !tried.Any(knock => line.Judge(knock.Footing) == Judgement.Barred && knock.Footing.Bars.HasFlag(bar)))
                .Select(bar => $"{line.Act}: nobody is kept from it as {bar}"));
        }
        var relations = knocks.SelectMany(knock => knock.Footing.Standings).Select(standing => standing.Relation).ToHashSet();
        lacking.AddRange(Enum.GetValues<Relation>().Where(relation => relation != Relation.Anybody && !relations.Contains(relation)).Select(relation => $"Nobody stands as {relation}"));

        Assert.True(lacking.Count == 0, "Set a scene in tests/Functions.Tests/Authority/Scenes.cs, or a person in People.cs, for:\n" + string.Join('\n', lacking));
    }

    private static IEnumerable<Knock> Knocks(IReadOnlyList<Scene> scenes, bool last = false)
    {
        foreach (var operation in Operation.All.Where(operation => operation.SignedIn))
        {
            var line = ActTable.InForce.Operation(operation.Function)!;
            // A proof opens cases; without one what is about none is empty, which its own tests say.
            foreach (var person in People.All.Where(person => person.Proof is null || line.IsAboutCase))
            {
                var knocks = !line.IsAboutCase ? [new Knock(operation, line, person, person.ByPosts, null, "")]
                    : scenes.Where(scene => scene.IsFor(person)).SelectMany(scene => operation.Route.Contains("{taskId}", StringComparison.Ordinal)
                        ? scene.Tasks.Select(task => new Knock(operation, line, person, person.To(scene, task.Key), scene, task.Key))
                        : [new Knock(operation, line, person, person.To(scene), scene, "")])
                        // A number of the right form that nobody gave out.
                        .Append(new Knock(operation, line, person, new([]), null, "collect-r1"));
                foreach (var knock in knocks.Where(knock => (knock.MayComeIn && WithoutABody.Contains(operation.Function)) == last))
                    yield return knock;
            }
        }
    }

    // Whoever is let in without a form that can be read hears so, and nothing happens.
    private static async Task<string?> ComplaintAsync(Knock knock, HttpResponseMessage answer)
    {
        var status = answer.StatusCode;
        if (knock.MayComeIn)
        {
            // Of one's own place: said by what is asked about.
            var elsewhere = !People.OfTheTown.Contains(knock.Person);
            return status is HttpStatusCode.Unauthorized || status == HttpStatusCode.Forbidden && !elsewhere || status == HttpStatusCode.NotFound && !elsewhere && !NotAlwaysThere.Contains(knock.Operation.Function) || status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.ServiceUnavailable
                ? "and should come in" : null;
        }
        if (status != knock.Expected)
            return $"and should be {(int)knock.Expected}";
        if (!knock.IsOutOfTime)
            return null;
        var problem = await Office.ProblemAsync(answer);
        return problem.Code == ProblemCodes.OutOfOrder && problem.Detail!.Contains("这件事现在：", StringComparison.Ordinal) ? null : $"and should be told where the case stands, not {problem.Detail}";
    }

    private static async Task<HttpResponseMessage> SendAsync(Office office, Knock knock, Strangers strangers)
    {
        var (operation, scene) = (knock.Operation, knock.Scene);
        var route = Placeholder().Replace(operation.Route, match => match.Groups[1].Value switch
        {
            "caseId" => scene?.CaseId ?? NoSuchCase,
            "taskId" => knock.TaskId,
            "documentId" => scene?.DocumentId ?? "none",
            // A letter to one who acts is signed on paper, never on a screen.
            "material" => scene?.IsActedFor == true ? scene.State == CaseState.Accepting ? "M03" : "M05" : "M14",
            "kind" => "receipt",
            "staffId" => "shi-agent",
            "township" => "370982103",
            "submissionId" => "5f0c9f6e-3c1b-4a57-9a53-0d8f8b7a6c11",
            "applicationId" => "SQ261124-AAAAAA",
            _ => "none",
        });
        if (operation.Function == "CompleteTask")
            route = $"cases/{NoSuchCase}/tasks/collect-r1/outcome";
        if (operation.Function == "ListAgents")
            route += "?village=" + Town.Village;
        object? body = operation.Body is null ? null
            : operation.Body == typeof(byte[]) ? new ByteArrayContent("what this is nobody knows"u8.ToArray()) { Headers = { { Headers.Material, "M07" } } }
            : new StringContent("{", Encoding.UTF8, "application/json");
        var method = new HttpMethod(operation.Method.ToUpperInvariant());
        return knock.Person.Proof is { } proof ? await strangers.SendAsync(method, route, proof, scene, body) : await office.SendAsync(method, route, knock.Person.Participant, body);
    }

    private async Task<string> JournalsAsync(Office office)
    {
        var rows = new List<string>();
        foreach (var table in (string[])["Journal", "Matters"])
        {
            await foreach (var row in new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + table).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]))
                rows.Add($"{table} {row.PartitionKey} {row.RowKey}");
        }
        return string.Join('\n', rows);
    }

    /// <param name="Scene"><c>null</c>: about no case, or about one that nobody opened.</param>
    private sealed record Knock(Operation Operation, ActLine Line, Person Person, Footing Footing, Scene? Scene, string TaskId)
    {
        private bool IsTheirs { get; } = Person.IsKnown && Person.Proof is null && Line.Judge(Footing) == Judgement.Allowed;

        private bool IsTime { get; } = Scene is null || Line.When.Contains(Scene.State);

        public bool MayComeIn => IsTheirs && IsTime && !(Operation.Function == "FetchDocument" && Scene!.DocumentId is null);

        public bool LeavesALook => MayComeIn && !Person.IsResident && Looking.Contains(Operation.Function);

        public bool IsOutOfTime => IsTheirs && !IsTime;

        public HttpStatusCode Expected => !Person.IsKnown ? HttpStatusCode.Unauthorized
            : IsOutOfTime ? HttpStatusCode.Conflict
            : IsTheirs ? HttpStatusCode.NotFound
            // What could not be theirs anyhow is told without looking.
            : Line.IsAboutCase && CouldBeTheirs && (Scene is null || Person.Proof is not null && Scene.Owner == Person.Participant) ? Scene is null ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden
            : Scene is not null && Line.Judge(Footing) == Judgement.Barred ? HttpStatusCode.Forbidden
            : Line.Denial == Denial.NotFound || (Line.Denial == Denial.NotYoursOrNotFound && !SeesCase) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;

        private bool CouldBeTheirs => Line.Denial == Denial.NotYoursOrNotFound || Line.May.Any(standing => Person.IsResident ? standing.Relation is Relation.Owner or Relation.Representative or Relation.FormerOwner or Relation.Resident : standing.Post is { } role && Person.Posts.Any(post => post.Role == role));

        private bool SeesCase => Scene is not null && Person.Proof is null && ActTable.InForce.Operation("ShowCase")!.Judge(Person.To(Scene)) == Judgement.Allowed;
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
