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

    // They do something whatever is sent with them; who may is let in once, at the end.
    private static readonly string[] WithoutABody = ["RevokeMandate", "RebuildProcess", "RebuildStatistics", "CheckJournals"];

    // What is not there in most states, is not found by who may look for it, too.
    private static readonly string[] NotAlwaysThere = ["FetchPackage", "PrintNotice", "FetchPaper", "CompareDirectories", "ExportDirectory", "ShowDraw", "CheckJournal", "ShowApplication", "ShowStaffAccount", "ShowNoticeCase"];

    [Fact]
    public void Every_operation_has_a_line_and_every_line_an_operation()
    {
        var (operations, lines) = (Operation.All.Select(operation => operation.Function).ToHashSet(), ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation).Select(line => line.Act).ToHashSet());

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

        await Parallel.ForEachAsync(Knocks(scenes), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (knock, _) =>
        {
            Interlocked.Increment(ref asked);
            using var answer = await SendAsync(office, knock);
            if (Complaint(knock, answer.StatusCode) is { } complaint)
                wrong.Enqueue($"{knock.Operation.Function} by {knock.Person.Participant ?? "anybody"} ({knock.Footing.Standings[0]}) in {knock.Scene?.State.Code() ?? "no case"}: {(int)answer.StatusCode}, {complaint}");
        });
        await office.SettleAsync();

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Order().Take(60))}");
        Assert.True(asked > 6_000, $"Only {asked} asked.");
        Assert.Equal(before, await JournalsAsync(office));

        foreach (var knock in Knocks(scenes, last: true))
        {
            using var answer = await SendAsync(office, knock);
            Assert.True(Complaint(knock, answer.StatusCode) is null, $"{knock.Operation.Function} by {knock.Person.Participant} in {knock.Scene?.State.Code()}: {(int)answer.StatusCode}");
            await office.SettleAsync();
        }
    }

    private static IEnumerable<Knock> Knocks(IReadOnlyList<Scene> scenes, bool last = false)
    {
        foreach (var operation in Operation.All.Where(operation => operation.SignedIn))
        {
            var line = ActTable.InForce.Operation(operation.Function)!;
            foreach (var person in People.All)
            {
                var knocks = !line.IsAboutCase ? [new Knock(operation, line, person, person.ByPosts, null, "")]
                    : scenes.SelectMany(scene => operation.Route.Contains("{taskId}", StringComparison.Ordinal)
                        ? scene.Tasks.Select(task => new Knock(operation, line, person, person.To(scene, task.Value), scene, task.Key))
                        : [new Knock(operation, line, person, person.To(scene), scene, "")]);
                foreach (var knock in knocks.Where(knock => (knock.MayComeIn && WithoutABody.Contains(operation.Function)) == last))
                    yield return knock;
            }
        }
    }

    // Whoever is let in without a form that can be read hears so, and nothing happens.
    private static string? Complaint(Knock knock, HttpStatusCode status)
    {
        if (knock.MayComeIn)
        {
            // Of one's own place: said by what is asked about.
            var elsewhere = !People.OfTheTown.Contains(knock.Person);
            return status is HttpStatusCode.Unauthorized || status == HttpStatusCode.Forbidden && !elsewhere || status == HttpStatusCode.NotFound && !elsewhere && !NotAlwaysThere.Contains(knock.Operation.Function) || status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.ServiceUnavailable
                ? "and should come in" : null;
        }
        var expected = !knock.Person.IsKnown ? HttpStatusCode.Unauthorized
            : knock.Line.Denial == Denial.NotFound || (knock.Line.Denial == Denial.NotYoursOrNotFound && !knock.SeesCase) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
        return status == expected ? null : $"and should be {(int)expected}";
    }

    private static async Task<HttpResponseMessage> SendAsync(Office office, Knock knock)
    {
        var (operation, scene) = (knock.Operation, knock.Scene);
        var route = Placeholder().Replace(operation.Route, match => match.Groups[1].Value switch
        {
            "caseId" => scene?.CaseId ?? "",
            "taskId" => knock.TaskId,
            "documentId" => scene?.DocumentId ?? "none",
            "material" => "M14",
            "kind" => "receipt",
            "staffId" => "shi-agent",
            "township" => "370982103",
            "submissionId" => "5f0c9f6e-3c1b-4a57-9a53-0d8f8b7a6c11",
            "applicationId" => "SQ261124-AAAAAA",
            _ => "none",
        });
        if (operation.Function == "CompleteTask")
            route = "cases/XT261124-ZZZZZZ/tasks/collect-r1/outcome";
        if (operation.Function == "ListAgents")
            route += "?village=" + Town.Village;
        object? body = operation.Body is null ? null
            : operation.Body == typeof(byte[]) ? new ByteArrayContent("what this is nobody knows"u8.ToArray()) { Headers = { { Headers.Material, "M07" } } }
            : new StringContent("{", Encoding.UTF8, "application/json");
        return await office.SendAsync(new HttpMethod(operation.Method.ToUpperInvariant()), route, knock.Person.Participant, body);
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

    private sealed record Knock(Operation Operation, ActLine Line, Person Person, Footing Footing, Scene? Scene, string TaskId)
    {
        public bool MayComeIn { get; } = Person.IsKnown && Line.Judge(Footing) == Judgement.Allowed && !(Operation.Function == "FetchDocument" && Scene!.DocumentId is null);

        public bool SeesCase => Scene is not null && ActTable.InForce.Operation("ShowCase")!.Judge(Person.To(Scene)) == Judgement.Allowed;
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
