using System.Collections.Concurrent;
using System.Net;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>Ten thousand requests that nobody means well with, at every door: a clear answer each, and nothing is changed by them.</summary>
public sealed class HostileTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int Requests = 10_000;
    private const int AtOnce = 16;

    [Fact]
    public async Task Ten_thousand_hostile_requests_break_nothing_and_change_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var before = await Stored.ReadAsync(azurite, office);
        var tokens = Tokens(office);
        var wrong = new ConcurrentQueue<string>();

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var operation = Operation.All[number % Operation.All.Count];
            using var request = new HostileRequest(number).Make(operation, journey.CaseId, tokens[number / Operation.All.Count % tokens.Length]);
            using var answer = await office.SendRawAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (Complaint(answer, text) is { } complaint)
                wrong.Enqueue($"{number} {request.Method} {operation.Function}: {(int)answer.StatusCode} {complaint}");
        });
        await office.SettleAsync();

        Assert.Empty(wrong);
        // No list of exceptions: what somebody may not do is not even counted where it would be kept, and what is no number of a case, no draft and no code leaves no row.
        Assert.Empty(Stored.Changes(before, await Stored.ReadAsync(azurite, office)));
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    private static string? Complaint(HttpResponseMessage answer, string text) => answer switch
    {
        { StatusCode: >= HttpStatusCode.InternalServerError } => text,
        { IsSuccessStatusCode: false } when text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) => "tells of the program",
        { IsSuccessStatusCode: false } when text.Length > 0 && answer.Content.Headers.ContentType?.MediaType is not "application/problem+json" => "is no problem: " + answer.Content.Headers.ContentType,
        _ when answer.Headers.Contains("X-Injected") => "carries a header of the caller's",
        _ => null,
    };

    // Nobody of them has anything to do with the household; the city's own people read what they may, and write elsewhere.
    private static string?[] Tokens(Office office) =>
    [
        null, "garbage", office.Token(Town.Officer, audience: "somebody-else"), office.Token(Town.Chief, key: new byte[32]), office.Token("staff:nobody"), office.Token("resident:"), office.Token("' or 1 eq 1"),
        office.Token(Town.OtherResident), office.Token(Town.NeighbourAgent), office.Token(Town.ForeignOfficer),
    ];
}
