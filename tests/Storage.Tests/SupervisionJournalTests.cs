using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class SupervisionJournalTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Id = "TS261124-7K2M9QAB";

    private SupervisionJournal Journal => new(Storage);

    [Fact]
    public async Task What_was_appended_is_read_again_and_its_chain_holds()
    {
        await BeginAsync();

        var read = await Journal.ReadAsync(Id);

        Assert.Equal(("sealed", 2), (((MatterSubject.OfComplaint)Matter.Of(read).Subject).WordsSealed, await Journal.VersionAsync(Id)));
        Assert.IsType<ChainReading.Intact>(JournalChain.Verify(Id, read));
    }

    [Fact]
    public async Task Of_two_who_begin_the_same_matter_at_once_one_wins()
    {
        var results = await Task.WhenAll(BeginAsync(), BeginAsync());

        Assert.Single(results, result => result is null);
        Assert.Equal(2, await Journal.VersionAsync(Id));
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_writes_nothing()
    {
        await BeginAsync();

        Assert.Null(await Journal.AppendAsync(Id, 1, [new MatterClosed()], Actor.System, Sample.Now));
        Assert.Equal(2, await Journal.VersionAsync(Id));
    }

    [Fact]
    public async Task A_changed_row_is_found()
    {
        await BeginAsync();
        var table = Storage.Table(Names.Matters);
        TableEntity row = await table.GetEntityAsync<TableEntity>(Id, JournalRows.KeyOf(2));
        row["Body"] = row.GetString("Body").Replace("2026-12-15", "2027-12-15", StringComparison.Ordinal);
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        Assert.Equal(new ChainReading.Broken(2, ChainFault.Changed), JournalChain.Verify(Id, await Journal.ReadAsync(Id)));
    }

    [Fact]
    public async Task A_draw_from_a_thousand_cases_fits()
    {
        var candidates = Enumerable.Range(0, 1000).Select(i => new Candidate($"XT261124-{i:000000}", "D1.2", "township/370982103", 30, i % 20, 20, "staff:zhai-chief", false, false)).ToArray();
        var sample = new SampleDrawn(new(2026, 11, 1), new(2026, 11, 30), Sampling.RuleVersion, "seed", 5, 2, [.. candidates], Sampling.Draw(candidates, "seed", 5, 2));

        await Journal.AppendAsync("CC-202611", 0, [sample], Actor.System, Sample.Now);

        Assert.Equal(SupervisionJson.Write(sample), (await Journal.ReadAsync("CC-202611")).Single().Body);
    }

    private Task<System.Collections.Immutable.ImmutableArray<SupervisionEntry>?> BeginAsync() => Journal.AppendAsync(
        Id, 0,
        [
            new MatterOpened(Id, new MatterSubject.OfComplaint(ComplaintKind.Complaint, "sealed", "hash")),
            new StepOpened("answer-complaint-r1", StepKind.AnswerComplaint, Role.CityReviewer, "city/370982", [], new(2026, 12, 15), false, Sample.Now, Sample.Now),
        ],
        Actor.System, Sample.Now);
}
