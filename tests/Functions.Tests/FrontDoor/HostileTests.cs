using System.Collections.Concurrent;
using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
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
        var (before, matters) = (await JournalAsync(office), await MattersAsync(office));
        var tokens = Tokens(office);
        var (wrong, made) = (new ConcurrentQueue<string>(), 0);

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var operation = Operation.All[number % Operation.All.Count];
            using var request = new HostileRequest(number).Make(operation, journey.CaseId, tokens[number / Operation.All.Count % tokens.Length]);
            using var answer = await office.SendRawAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.Created)
                Interlocked.Increment(ref made);
            if (Complaint(answer, text) is { } complaint)
                wrong.Enqueue($"{number} {request.Method} {operation.Function}: {(int)answer.StatusCode} {complaint}");
        });
        await office.SettleAsync();

        Assert.Empty(wrong);
        Assert.Equal(before, await JournalAsync(office));
        // Anybody may complain, and among ten thousand somebody does; nothing is opened beyond that.
        Assert.Equal(made, (await MattersAsync(office)).Except(matters).Count());
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

    private async Task<string> JournalAsync(Office office)
    {
        var rows = new List<string>();
        await foreach (var row in Table(office, "Journal").QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", "Hash"]))
            rows.Add($"{row.PartitionKey} {row.RowKey} {row.GetString("Hash")}");
        return string.Join('\n', rows);
    }

    private async Task<IReadOnlyCollection<string>> MattersAsync(Office office) =>
        await Table(office, "Matters").QueryAsync<TableEntity>(row => row.RowKey == "head").Select(row => row.PartitionKey).ToListAsync();

    private TableClient Table(Office office, string name) => new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + name);
}
