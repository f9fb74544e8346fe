using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class CaseJournalTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private CaseJournal Journal => new(Storage);

    [Fact]
    public async Task A_case_that_is_not_there_has_no_entries() =>
        Assert.Empty((await Journal.ReadAsync(Sample.CaseId)).Entries);

    [Fact]
    public async Task What_was_appended_is_read_again()
    {
        var appended = Assert.IsType<AppendResult.Appended>(await BeginAsync());

        var read = await Journal.ReadAsync(Sample.CaseId);

        Assert.Equal(appended.Entries.AsEnumerable(), read.Entries.AsEnumerable(), SameEntry);
    }

    [Fact]
    public async Task A_read_journal_folds_into_the_case()
    {
        await BeginAsync();

        var current = Case.Of((await Journal.ReadAsync(Sample.CaseId)).Entries);

        Assert.Equal((2, Sample.Submitted.StorySealed, 1300.50m), (current.Version, current.Application.StorySealed, current.Application.Household.MonthlyIncome!.Value.Yuan));
    }

    [Fact]
    public async Task The_chain_holds_over_several_appends()
    {
        await BeginAsync();
        await Journal.AppendAsync(Sample.CaseId, 2, [Survey], Actor.System, Sample.Now.AddMinutes(1));

        Assert.Equal(3, Assert.IsType<ChainReading.Intact>((await Journal.ReadAsync(Sample.CaseId)).Verify()).Version);
    }

    [Fact]
    public async Task Who_has_appended_goes_on_without_reading_again()
    {
        await BeginAsync();
        var read = await Journal.ReadAsync(Sample.CaseId);
        read = read.After(Assert.IsType<AppendResult.Appended>(await Journal.AppendAsync(read, [Survey], Actor.System, Sample.Now)));

        Assert.IsType<AppendResult.Appended>(await Journal.AppendAsync(read, [new Reminded("a", Sample.Accepted.DueOn)], Actor.System, Sample.Now));
        Assert.Equal(4, Assert.IsType<ChainReading.Intact>((await Journal.ReadAsync(Sample.CaseId)).Verify()).Version);
    }

    [Fact]
    public async Task Who_goes_on_after_somebody_else_wrote_is_told_so()
    {
        await BeginAsync();
        var read = await Journal.ReadAsync(Sample.CaseId);
        read = read.After(Assert.IsType<AppendResult.Appended>(await Journal.AppendAsync(read, [Survey], Actor.System, Sample.Now)));
        await Journal.AppendAsync(Sample.CaseId, 3, [new Reminded("a", Sample.Accepted.DueOn)], Sample.Officer, Sample.Now);

        Assert.Equal(new AppendResult.Conflict(4), await Journal.AppendAsync(read, [new Reminded("b", Sample.Accepted.DueOn)], Actor.System, Sample.Now));
    }

    [Fact]
    public async Task An_act_and_what_follows_from_it_are_journalled_together_each_under_its_actor()
    {
        await BeginAsync();
        var read = await Journal.ReadAsync(Sample.CaseId);

        await Journal.AppendAsync(read, [new(Sample.Officer, [new Reminded("a", Sample.Accepted.DueOn)]), new(Actor.System, [Survey])], Sample.Now);

        var after = await Journal.ReadAsync(Sample.CaseId);
        Assert.Equal([Sample.Officer, Actor.System], after.Entries.Skip(2).Select(entry => entry.Actor));
        Assert.Equal(4, Assert.IsType<ChainReading.Intact>(after.Verify()).Version);
    }

    [Fact]
    public async Task Who_opens_a_case_that_is_there_is_told_so()
    {
        await BeginAsync();

        Assert.Equal(new AppendResult.Conflict(2), await Journal.AppendAsync(JournalRead.None(Sample.CaseId), [Survey], Actor.System, Sample.Now));
    }

    [Fact]
    public async Task Of_two_who_append_at_once_one_wins()
    {
        await BeginAsync();

        var results = await Task.WhenAll(
            Journal.AppendAsync(Sample.CaseId, 2, [new Reminded("a", Sample.Accepted.DueOn)], Sample.Officer, Sample.Now),
            Journal.AppendAsync(Sample.CaseId, 2, [new Reminded("b", Sample.Accepted.DueOn)], Sample.Officer, Sample.Now));

        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Single(results.OfType<AppendResult.Conflict>());
    }

    [Fact]
    public async Task Of_two_who_begin_the_same_case_at_once_one_wins()
    {
        var results = await Task.WhenAll(BeginAsync(), BeginAsync());

        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Equal(2, (await Journal.ReadAsync(Sample.CaseId)).Version);
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_writes_nothing()
    {
        await BeginAsync();

        var late = await Journal.AppendAsync(Sample.CaseId, 1, [Survey], Actor.System, Sample.Now);

        Assert.Equal(new AppendResult.Conflict(2), late);
        Assert.Equal(2, (await Journal.ReadAsync(Sample.CaseId)).Version);
    }

    [Fact]
    public async Task A_version_that_is_not_there_yet_leaves_no_gap() =>
        Assert.Equal(new AppendResult.Conflict(0), await Journal.AppendAsync(Sample.CaseId, 5, [Survey], Actor.System, Sample.Now));

    [Fact]
    public async Task A_changed_row_is_found_and_its_sequence_named()
    {
        await BeginAsync();
        await ChangeAsync(2, row => row["Name"] = "李*");

        Assert.Equal(new ChainReading.Broken(2, ChainFault.Changed), (await Journal.ReadAsync(Sample.CaseId)).Verify());
    }

    [Fact]
    public async Task A_changed_word_in_an_event_is_found()
    {
        await BeginAsync();
        await ChangeAsync(1, row => row["Body"] = row.GetString("Body").Replace("1300.5", "300.5", StringComparison.Ordinal));

        Assert.Equal(new ChainReading.Broken(1, ChainFault.Changed), (await Journal.ReadAsync(Sample.CaseId)).Verify());
    }

    [Fact]
    public async Task A_journal_whose_end_was_cut_off_is_found()
    {
        await BeginAsync();
        await Table.DeleteEntityAsync(Sample.CaseId, JournalRows.KeyOf(2));

        Assert.Equal(new ChainReading.Broken(2, ChainFault.Missing), (await Journal.ReadAsync(Sample.CaseId)).Verify());
    }

    [Fact]
    public async Task A_row_that_is_no_entry_any_more_is_named()
    {
        await BeginAsync();
        await ChangeAsync(2, row => row["Body"] = "{");

        var damaged = await Assert.ThrowsAsync<JournalDamagedException>(() => Journal.ReadAsync(Sample.CaseId));

        Assert.Equal(2, damaged.Sequence);
    }

    [Fact]
    public async Task A_text_of_more_than_64_KB_survives()
    {
        var story = "x" + string.Concat(Enumerable.Repeat("𠮷", 20_000));

        await Journal.AppendAsync(Sample.CaseId, 0, [Sample.Submitted with { StorySealed = story }], Sample.Resident, Sample.Now);

        Assert.Equal(story, Case.Of((await Journal.ReadAsync(Sample.CaseId)).Entries).Application.StorySealed);
    }

    [Fact]
    public async Task A_text_that_no_row_can_hold_is_refused_and_nothing_is_written()
    {
        var tooLong = Sample.Submitted with { StorySealed = new string('x', LongText.Longest) };

        await Assert.ThrowsAsync<TextTooLargeException>(() => Journal.AppendAsync(Sample.CaseId, 0, [Sample.Submitted, tooLong], Sample.Resident, Sample.Now));

        Assert.Equal(0, await Journal.VersionAsync(Sample.CaseId));
    }

    [Fact]
    public async Task An_append_of_as_many_events_as_a_transaction_takes_is_one()
    {
        await BeginAsync();
        var many = Enumerable.Repeat<CaseEvent>(Survey, CaseJournal.MostEvents).ToArray();

        Assert.IsType<AppendResult.Appended>(await Journal.AppendAsync(Sample.CaseId, 2, many, Actor.System, Sample.Now));

        Assert.Equal(2 + CaseJournal.MostEvents, (await Journal.ReadAsync(Sample.CaseId)).Version);
    }

    [Fact]
    public async Task A_case_id_with_signs_that_keys_cannot_hold_is_kept_all_the_same()
    {
        await Journal.AppendAsync("a/b#c?d\\e", 0, [Sample.Submitted], Sample.Resident, Sample.Now);

        Assert.Equal(1, (await Journal.ReadAsync("a/b#c?d\\e")).Version);
    }

    private static TaskOpened Survey => Sample.Opened("survey", StageKind.Survey, new DateOnly(2026, 3, 16));

    private TableClient Table => Storage.Table(Names.Journal);

    private Task<AppendResult> BeginAsync() => Journal.AppendAsync(Sample.CaseId, 0, [Sample.Submitted, Sample.Accepted], Sample.Resident, Sample.Now);

    private async Task ChangeAsync(int sequence, Action<TableEntity> change)
    {
        TableEntity row = await Table.GetEntityAsync<TableEntity>(Sample.CaseId, JournalRows.KeyOf(sequence));
        change(row);
        await Table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private static bool SameEntry(Entry a, Entry b) =>
        (a.Sequence, a.At, a.Actor, a.Body, a.PreviousHash, a.Hash) == (b.Sequence, b.At, b.Actor, b.Body, b.PreviousHash, b.Hash)
        && JournalJson.Write(a.Event) == JournalJson.Write(b.Event);
}
