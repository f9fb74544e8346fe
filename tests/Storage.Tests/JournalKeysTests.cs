using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class JournalKeysTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Matter = "TS261124-7K2M9QAB";
    private static readonly JournalSealer Sealer = new(new KeyRing(new SealingKeys(new byte[32])));

    private CaseJournal Cases => new(Storage);

    private SupervisionJournal Matters => new(Storage);

    private JournalKeys Keys => new(Storage);

    [Fact]
    public async Task The_key_is_written_with_the_first_entry_and_read_with_the_journal()
    {
        var key = await BeginAsync();

        var read = await Cases.ReadAsync(Sample.CaseId);

        Assert.Equal((key, 2), (read.Key, read.Version));
        Assert.IsType<ChainReading.Intact>(read.Verify());
    }

    [Fact]
    public async Task So_it_is_in_matters()
    {
        var key = Sealer.New(Matter);
        await Matters.AppendAsync(Matter, 0, [new MatterClosed()], Actor.System, Sample.Now, key);

        Assert.Equal(key, (await Matters.ReadWithKeyAsync(Matter)).Key);
    }

    [Fact]
    public async Task Whoever_comes_too_late_with_a_first_entry_leaves_no_key()
    {
        var key = await BeginAsync();

        var late = await Cases.AppendAsync(JournalRead.None(Sample.CaseId, Sealer.New(Sample.CaseId)), [Sample.Submitted], Sample.Resident, Sample.Now);

        Assert.IsType<AppendResult.Conflict>(late);
        Assert.Equal(key, await Keys.FindAsync(Sample.CaseId));
    }

    [Fact]
    public async Task Once_destroyed_it_is_gone_and_the_chain_still_holds()
    {
        var key = await BeginAsync();

        Assert.True(await Keys.DestroyAsync(Sample.CaseId));

        var read = await Cases.ReadAsync(Sample.CaseId);
        Assert.Equal(JournalKey.Destroyed(Sample.CaseId, key.Id), read.Key);
        Assert.IsType<ChainReading.Intact>(read.Verify());
        TableEntity row = await Storage.Table(Names.Journal).GetEntityAsync<TableEntity>(Sample.CaseId, JournalRows.Key);
        Assert.False(row.ContainsKey("Wrapped"));
    }

    [Fact]
    public async Task It_may_be_destroyed_again_and_entries_may_follow()
    {
        await BeginAsync();
        await Keys.DestroyAsync(Sample.CaseId);

        Assert.True(await Keys.DestroyAsync(Sample.CaseId));
        Assert.IsType<AppendResult.Appended>(await Cases.AppendAsync(await Cases.ReadAsync(Sample.CaseId), [new Reminded("a", Sample.Accepted.DueOn)], Actor.System, Sample.Now));
        Assert.True((await Keys.FindAsync(Sample.CaseId))!.IsDestroyed);
    }

    [Fact]
    public async Task Where_there_is_no_journal_nothing_is_written()
    {
        Assert.False(await Keys.DestroyAsync(Sample.CaseId));
        Assert.Null(await Keys.EnsureAsync(Sealer.New(Sample.CaseId)));
        Assert.Null(await Keys.FindAsync(Sample.CaseId));
    }

    [Fact]
    public async Task A_journal_that_was_begun_without_one_gets_one_key_only()
    {
        await Cases.AppendAsync(Sample.CaseId, 0, [Sample.Submitted], Sample.Resident, Sample.Now);

        var keys = await Task.WhenAll(Keys.EnsureAsync(Sealer.New(Sample.CaseId)), Keys.EnsureAsync(Sealer.New(Sample.CaseId)));

        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[0], await Keys.FindAsync(Sample.CaseId));
    }

    private async Task<JournalKey> BeginAsync()
    {
        var key = Sealer.New(Sample.CaseId);
        await Cases.AppendAsync(JournalRead.None(Sample.CaseId, key), [Sample.Submitted, Sample.Accepted], Sample.Resident, Sample.Now);
        return key;
    }
}
