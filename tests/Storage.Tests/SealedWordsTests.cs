using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>What people write lies sealed in the table, with the data key of its journal.</summary>
public sealed class SealedWordsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Hold = "BL261124-00000001";
    private const string Why = "名下有一辆汽车";
    private static readonly JournalSealer Sealer = new(new KeyRing(new SealingKeys(new byte[32])));

    private CaseJournal Cases => new(Storage, Sealer);

    private SupervisionJournal Matters => new(Storage, Sealer);

    [Fact]
    public async Task An_officers_words_are_not_in_the_table_and_are_read_with_the_journal()
    {
        await Cases.AppendAsync(JournalRead.None(Sample.CaseId, Sealer.New(Sample.CaseId)), [Sample.Submitted, new RatingExcluded(Why)], Sample.Resident, Sample.Now);

        var read = await Cases.ReadAsync(Sample.CaseId);

        Assert.Equal(new RatingExcluded(Why), read.Entries[1].Event);
        Assert.IsType<ChainReading.Intact>(read.Verify());
        Assert.DoesNotContain(Why, await InTableAsync(Names.Journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_before_is_read_on_and_what_is_written_from_now_on_is_sealed()
    {
        await new CaseJournal(Storage).AppendAsync(Sample.CaseId, 0, [Sample.Submitted, new RatingExcluded("误点了一分")], Sample.Resident, Sample.Now);
        var before = await Cases.ReadAsync(Sample.CaseId);
        var after = before.After(Assert.IsType<AppendResult.Appended>(await Cases.AppendAsync(before, [new RatingExcluded(Why)], Actor.System, Sample.Now)));
        await Cases.AppendAsync(after, [new RatingExcluded(Why)], Actor.System, Sample.Now);

        var read = await Cases.ReadAsync(Sample.CaseId);

        Assert.Equal([new RatingExcluded("误点了一分"), new RatingExcluded(Why), new RatingExcluded(Why)], read.Entries[1..].Select(entry => entry.Event));
        Assert.IsType<ChainReading.Intact>(read.Verify());
        Assert.Equal((true, after.Key), (read.Key!.CameLater, read.Key));
        Assert.DoesNotContain(Why, await InTableAsync(Names.Journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_read_first_seals_with_the_same_key()
    {
        await Cases.AppendAsync(Sample.CaseId, 0, [Sample.Submitted, new RatingExcluded(Why)], Sample.Resident, Sample.Now);
        await Cases.AppendAsync(Sample.CaseId, 2, [new RatingExcluded(Why)], Actor.System, Sample.Now);

        Assert.Equal([new RatingExcluded(Why), new RatingExcluded(Why)], (await Cases.ReadAsync(Sample.CaseId)).Entries[1..].Select(entry => entry.Event));
    }

    [Fact]
    public async Task Nobody_reads_them_when_the_key_is_destroyed()
    {
        await Cases.AppendAsync(JournalRead.None(Sample.CaseId, Sealer.New(Sample.CaseId)), [Sample.Submitted, new RatingExcluded(Why)], Sample.Resident, Sample.Now);
        await new JournalKeys(Storage).DestroyAsync(Sample.CaseId);

        Assert.Equal(new RatingExcluded(""), (await Cases.ReadAsync(Sample.CaseId)).Entries[1].Event);
    }

    [Fact]
    public async Task An_entry_whose_words_do_not_open_is_named()
    {
        // The first is of before, when nothing in it was sealed.
        await new CaseJournal(Storage).AppendAsync(Sample.CaseId, 0, [Sample.Submitted], Sample.Resident, Sample.Now);
        await Cases.AppendAsync(Sample.CaseId, 1, [new RatingExcluded(Why)], Sample.Resident, Sample.Now);
        var other = new JournalSealer(new KeyRing(new SealingKeys([.. Enumerable.Repeat((byte)7, 32)])));

        Assert.Equal(2, (await Assert.ThrowsAsync<JournalDamagedException>(() => new CaseJournal(Storage, other).ReadAsync(Sample.CaseId))).Sequence);
    }

    [Fact]
    public async Task A_journal_whose_key_is_lost_is_read_on_without_the_words_of_before()
    {
        await Cases.AppendAsync(JournalRead.None(Sample.CaseId, Sealer.New(Sample.CaseId)), [new MandateRevoked(), new RatingExcluded(Why)], Sample.Resident, Sample.Now);
        await Storage.Table(Names.Journal).DeleteEntityAsync(Sample.CaseId, JournalRows.Key);
        await Cases.AppendAsync(Sample.CaseId, 2, [new RatingExcluded(Why)], Actor.System, Sample.Now);

        var read = await Cases.ReadAsync(Sample.CaseId);

        Assert.Equal([new RatingExcluded(""), new RatingExcluded(Why)], read.Entries[1..].Select(entry => entry.Event));
        Assert.IsType<ChainReading.Intact>(read.Verify());
    }

    [Fact]
    public async Task A_case_whose_key_is_lost_is_not_read_as_if_nothing_had_been_told()
    {
        await Cases.AppendAsync(JournalRead.None(Sample.CaseId, Sealer.New(Sample.CaseId)), [Sample.Submitted], Sample.Resident, Sample.Now);
        await Storage.Table(Names.Journal).DeleteEntityAsync(Sample.CaseId, JournalRows.Key);

        Assert.Equal(1, (await Assert.ThrowsAsync<JournalDamagedException>(() => Cases.ReadAsync(Sample.CaseId))).Sequence);
    }

    [Fact]
    public async Task So_it_is_in_journals_of_supervision()
    {
        await Matters.AppendAsync(Hold, 0, [new HoldPlaced(Hold, "新泰市人民法院", Why, Sample.CaseId)], Actor.System, Sample.Now);
        await Matters.AppendAsync(Hold, 1, [new HoldLifted(Why)], Actor.System, Sample.Now);

        Assert.Equal([new HoldPlaced(Hold, "新泰市人民法院", Why, Sample.CaseId), new HoldLifted(Why)], (await Matters.ReadAsync(Hold)).Select(entry => entry.Event));
        Assert.DoesNotContain(Why, await InTableAsync(Names.Matters), StringComparison.Ordinal);
    }

    private async Task<string> InTableAsync(string table) =>
        string.Join('\n', (await Storage.Table(table).QueryAsync<TableEntity>().ToListAsync()).SelectMany(row => row).Select(column => $"{column.Key}={column.Value}"));
}
