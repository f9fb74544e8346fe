using System.Text.RegularExpressions;
using OneVisit.Domain.Cases;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class LostAnswerTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_append_that_happened_is_known_as_ours_although_its_answer_was_lost(int lost)
    {
        using var line = new LostAnswer(EndpointOf("Table"), "$batch");
        var journal = new CaseJournal(new OneVisitStorage(Over(line, "Table")));
        line.LoseNext(lost);

        var result = await journal.AppendAsync(Sample.CaseId, 0, [Sample.Submitted, Sample.Accepted], Sample.Resident, Sample.Now);

        Assert.IsType<AppendResult.Appended>(result);
        Assert.Equal(lost, line.Lost);
        Assert.Equal(2, (await journal.ReadAsync(Sample.CaseId)).Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task State_that_was_written_is_known_as_ours_although_the_answer_was_lost(int lost)
    {
        var first = Assert.IsType<StateWrite.Saved>(await new BotStateBlobs(Storage).WriteAsync("k", "1", null));
        using var line = new LostAnswer(EndpointOf("Blob"), "PUT ");
        line.LoseNext(lost);

        var result = await new BotStateBlobs(new OneVisitStorage(Over(line, "Blob"))).WriteAsync("k", "2", first.ETag);

        Assert.Equal(new StateWrite.Saved((await new BotStateBlobs(Storage).ReadAsync("k"))!.ETag), result);
        Assert.Equal(lost, line.Lost);
    }

    [Fact]
    public async Task A_post_that_went_is_found_nowhere_although_the_answer_to_its_going_was_lost()
    {
        const string office = "township/370982103";
        var from = new DateOnly(2026, 12, 1);
        await new StaffDirectory(Storage).ApplyAsync([new("a", new("a", "翟敏", [new(Domain.Services.Role.TownshipOfficer, office, from)], [], []))], from, 1);
        using var line = new LostAnswer(EndpointOf("Table"), "PUT ");
        line.LoseNext(1);

        await new StaffDirectory(new OneVisitStorage(Over(line, "Table"))).ApplyAsync([new("a", null)], from.AddDays(-3), 2);

        Assert.Equal(1, line.Lost);
        Assert.Empty(await new StaffDirectory(Storage).EverAtAsync(office, null));
        Assert.Empty((await new StaffDirectory(Storage).FindAsync("a"))!.Posts);
    }

    private Uri EndpointOf(string service) => new(Endpoint(service).Match(Options.ConnectionString!).Groups[1].Value);

    private StorageOptions Over(LostAnswer line, string service) => Options with
    {
        ConnectionString = Endpoint(service).Replace(Options.ConnectionString!, found => found.Value.Replace(
            new Uri(found.Groups[1].Value).Authority, $"127.0.0.1:{line.Port}", StringComparison.Ordinal)),
    };

    private static Regex Endpoint(string service) => new($"{service}Endpoint=([^;]+)");
}
