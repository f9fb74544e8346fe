using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Every operation on a case, by who acts for its applicant, by the applicant whom they act for, and by both after it has ended: as the table of acts says.</summary>
public sealed partial class RepresentativesTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Mother = "resident:bW90aGVyczEyMzQ1Njc4OQ";

    [Fact]
    public async Task As_long_as_they_act_they_do_what_the_table_gives_them_and_the_person_meanwhile_nothing() => await AllAsync(
        _ => Task.CompletedTask, (Town.Resident, Relation.Representative), (Mother, Relation.Resident));

    [Fact]
    public async Task When_the_person_took_it_over_it_is_theirs_alone() => await AllAsync(
        async journey =>
        {
            await Acting.GiveMotherAPhoneAsync(journey.Office, journey, "13700001111");
            Assert.True(await Acting.ProvesAsync(journey.Office, Mother, Applications.Name, Applications.IdNumber));
        },
        (Town.Resident, Relation.FormerOwner), (Mother, Relation.Owner));

    [Fact]
    public async Task When_it_has_ended_every_door_says_so_to_who_acted() => await AllAsync(
        journey => Acting.EndAsync(journey.Office, journey), (Town.Resident, null), (Mother, Relation.Resident));

    /// <param name="people">How each stands; <c>null</c>: they are told that it has ended, whatever they ask.</param>
    private async Task AllAsync(Func<Journey, Task> first, params (string Who, Relation? As)[] people)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await first(journey);
        // What changes something without a form is asked last.
        foreach (var operation in Operation.All.Where(operation => operation.SignedIn && ActTable.InForce.Operation(operation.Function)!.IsAboutCase).OrderBy(operation => operation.Method == "delete"))
        {
            foreach (var (who, standing) in people)
            {
                using var answer = await SendAsync(office, journey, operation, who);
                Assert.True(IsRight(answer.StatusCode, operation, standing), $"{operation.Function} by {standing?.ToString() ?? "who acts no longer"}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                if (standing is null && IsTheirs(operation))
                    Assert.Equal(ProblemCodes.RepresentationEnded, (await Office.ProblemAsync(answer)).Code);
            }
        }
    }

    private static bool IsRight(HttpStatusCode status, Operation operation, Relation? standing)
    {
        var line = ActTable.InForce.Operation(operation.Function)!;
        if (standing is null && IsTheirs(operation))
            return status == HttpStatusCode.Forbidden;
        var relation = standing ?? Relation.FormerOwner;
        // What is not there, is not found by who may look for it, too.
        if (line.May.Contains(new(relation)))
            return status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError);
        return status == (line.Denial == Denial.NotFound || (line.Denial == Denial.NotYoursOrNotFound && relation is Relation.Resident or Relation.FormerOwner) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
    }

    // What no resident may whatever the case, is told without looking at it.
    private static bool IsTheirs(Operation operation) =>
        ActTable.InForce.Operation(operation.Function)! is var line && (line.Denial == Denial.NotYoursOrNotFound || line.May.Contains(new(Relation.Owner)));

    private static Task<HttpResponseMessage> SendAsync(Office office, Journey journey, Operation operation, string who)
    {
        var route = Placeholder().Replace(operation.Route, match => match.Groups[1].Value switch
        {
            "caseId" => journey.CaseId, "taskId" => "collect-r1", "material" => "M05", "kind" => "receipt", _ => "none",
        });
        object? body = operation.Body is null ? null
            : operation.Body == typeof(byte[]) ? new ByteArrayContent("what this is nobody knows"u8.ToArray()) { Headers = { { Headers.Material, "M07" } } }
            : new StringContent("{", Encoding.UTF8, "application/json");
        return office.SendAsync(new HttpMethod(operation.Method.ToUpperInvariant()), route, who, body);
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
