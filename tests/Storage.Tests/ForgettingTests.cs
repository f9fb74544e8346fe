using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Supervision;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>What is over goes, and what is not stays, however often it is asked.</summary>
public sealed class ForgettingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Conversations_last_written_on_before_a_day_go_and_nothing_else_of_the_bot_does()
    {
        var talks = new BotStateBlobs(Storage);
        await talks.WriteAsync("directline/conversations/c1", "{}", null);
        await talks.WriteAsync("directline/users/dl_r-1", "{}", null);
        await talks.WriteAsync("outbox", "{}", null);

        var (early, late, again) = (await talks.EraseConversationsAsync(Now.AddHours(-1), 10), await talks.EraseConversationsAsync(Now.AddHours(1), 10), await talks.EraseConversationsAsync(Now.AddHours(1), 10));

        Assert.Equal((0, 2, 0), (early, late, again));
        Assert.NotNull(await talks.ReadAsync("outbox"));
    }

    [Fact]
    public async Task A_conversation_that_was_only_sealed_anew_is_as_old_as_what_was_said_in_it()
    {
        var (talks, said) = (new BotStateBlobs(Storage), Now.AddDays(-200));
        await talks.WriteAsync("directline/conversations/c1", "{}", null);
        var stored = (await talks.ReadAsync("directline/conversations/c1"))!;
        Assert.True(stored.WrittenAt > Now.AddHours(-1));

        await talks.WriteAnewAsync("directline/conversations/c1", "{}", stored with { WrittenAt = said }, "k2");
        var once = (await talks.ReadAsync("directline/conversations/c1"))!;
        await talks.WriteAnewAsync("directline/conversations/c1", "{}", once, "k3");
        var twice = (await talks.ReadAsync("directline/conversations/c1"))!;

        Assert.Equal((said, said), (once.WrittenAt!.Value, twice.WrittenAt!.Value));
        Assert.Equal(1, await talks.EraseConversationsAsync(Now.AddDays(-180), 10));
    }

    [Fact]
    public async Task Who_goes_on_with_a_conversation_that_was_sealed_anew_makes_it_young_again()
    {
        var talks = new BotStateBlobs(Storage);
        await talks.WriteAsync("directline/conversations/c1", "{}", null);
        await talks.WriteAnewAsync("directline/conversations/c1", "{}", (await talks.ReadAsync("directline/conversations/c1"))! with { WrittenAt = Now.AddDays(-200) }, "k2");
        await talks.WriteAsync("directline/conversations/c1", "{}", BotStateBlobs.Any);

        Assert.Equal(0, await talks.EraseConversationsAsync(Now.AddDays(-180), 10));
    }

    [Fact]
    public async Task A_long_matter_whose_erasing_broke_off_half_way_is_found_until_all_of_it_is_out()
    {
        var (journal, id) = (new SupervisionJournal(Storage), "TS261124-00000001");
        await journal.AppendAsync(id, 0, [.. Enumerable.Range(0, 90).Select(_ => new HoldLifted("审结"))], Actor.System, Now);
        await journal.AppendAsync(id, 90, [.. Enumerable.Range(0, 60).Select(_ => new HoldLifted("审结")), new MatterErased("complaint", 150)], Actor.System, Now);
        var whole = await journal.BrokenOffAsync(id);
        await journal.EraseAsync(id, 100);
        var half = await journal.BrokenOffAsync(id);
        await journal.EraseAsync(id, 150);

        Assert.Equal((null, new MatterErased("complaint", 150), null), (whole?.Erased, half?.Erased, (await journal.BrokenOffAsync(id))?.Erased));
    }

    [Fact]
    public async Task No_more_go_at_once_than_are_asked_for()
    {
        var seen = new SeenNotices(Storage);
        foreach (var id in (string[])["n1", "n2", "n3"])
            await seen.NoteAsync(id);

        Assert.Equal((2, 1, 0), (await seen.EraseAsync(Now.AddHours(1), 2), await seen.EraseAsync(Now.AddHours(1), 2), await seen.EraseAsync(Now.AddHours(1), 2)));
        Assert.False(await seen.HasAsync("n1"));
    }

    [Fact]
    public async Task A_draft_that_waits_goes_when_it_is_old_and_one_that_is_gone_takes_no_note()
    {
        var quarantine = new QuarantineStore(Storage);
        var paper = await quarantine.PutAsync(new QuarantinePlace.Draft("s1"), "M04", DocumentType.Jpeg, BinaryData.FromString("photo"), "note");

        var noted = await quarantine.NoteAsync(paper, "another");
        var (young, old) = (await quarantine.EraseDraftsAsync(Now.AddHours(-1), 10), await quarantine.EraseDraftsAsync(Now.AddHours(1), 10));
        var late = await quarantine.NoteAsync(paper, "late");

        Assert.Equal(("another", "late", 0, 1), (noted.Note, late.Note, young, old));
        Assert.Null(await quarantine.ReadAsync(paper));
    }

    [Fact]
    public async Task What_waits_for_one_case_goes_and_what_waits_for_another_stays()
    {
        var quarantine = new QuarantineStore(Storage);
        foreach (var caseId in (string[])["XT1", "XT12"])
            await quarantine.PutAsync(new QuarantinePlace.Case(caseId), "M04", DocumentType.Jpeg, BinaryData.FromString("photo"), "note");

        Assert.Equal((1, 0), (await quarantine.EraseAsync(new QuarantinePlace.Case("XT1")), await quarantine.EraseAsync(new QuarantinePlace.Case("XT1"))));
        Assert.Equal(new QuarantinePlace.Case("XT12"), (await quarantine.ListAsync().ToListAsync()).Single().Place);
    }

    [Fact]
    public async Task Counts_of_uploads_last_touched_before_an_instant_go_and_codes_stay()
    {
        var (book, codes) = (new UploadBook(Storage), new OneTimeCodes(Storage));
        await book.TryCountAsync("who", new(2026, 11, 24), 1, UploadAllowance.ResidentsDay);

        Assert.Equal((0, 0, 1, 0), (await book.EraseAsync(Now.AddHours(-1), 10), await codes.EraseAsync(Now.AddHours(1), 10), await book.EraseAsync(Now.AddHours(1), 10), await book.EraseAsync(Now.AddHours(1), 10)));
    }

    [Fact]
    public async Task Marks_that_are_young_stay()
    {
        var (seen, cards) = (new SeenNotices(Storage), new CardBook(Storage));
        await seen.NoteAsync("n1");
        await cards.PutAsync(new CardPlace("staff:a", "XT1", "t", "c", "m"));

        Assert.Equal((0, 0), (await seen.EraseAsync(Now.AddHours(-1), 10), await cards.EraseAsync(Now.AddHours(-1), 10)));
        Assert.Equal((1, 1), (await seen.EraseAsync(Now.AddHours(1), 10), await cards.EraseAsync(Now.AddHours(1), 10)));
    }

    [Fact]
    public async Task An_erased_journal_cannot_be_read_and_says_by_what()
    {
        var journal = new CaseJournal(Storage);
        await journal.AppendAsync(Sample.CaseId, 0, [.. Enumerable.Range(0, 90).Select(_ => new Reminded("t", new(2026, 11, 24)))], Actor.System, Now);
        await journal.AppendAsync(Sample.CaseId, 90, [.. Enumerable.Range(0, 60).Select(_ => new Reminded("t", new(2026, 11, 24))), new Erased("case-other", 150)], Actor.System, Now);

        await journal.EraseAsync(Sample.CaseId, 150);
        await journal.EraseAsync(Sample.CaseId, 150);
        var read = await journal.ReadAsync(Sample.CaseId);

        Assert.Equal((0, 151, new Erased("case-other", 150)), (read.Entries.Length, read.HeadVersion, read.Erasure));
        Assert.Null((await new JournalAudit(Storage).OneAsync(Sample.CaseId))!.Against(null));
    }

    [Fact]
    public async Task Look_ups_of_a_month_that_is_over_go_and_those_about_somebody_are_found_by_them()
    {
        var book = new SharingBook(Storage);
        await book.WriteAsync([LookUp("a", "h1", 10), LookUp("b", "h2", 10)]);
        await book.WriteAsync([LookUp("c", "h1", 11)]);

        var about = await book.AboutAsync("h1", new(2026, 9, 1), new(2026, 12, 1)).Select(found => found.Id).ToListAsync();
        var gone = await book.EraseAsync(new(2026, 11, 15), 10);

        Assert.Equal(["a", "c"], about);
        Assert.Equal((2, 1), (gone, await book.MonthAsync(new(2026, 11, 1)).CountAsync()));

        static LoggedLookUp LookUp(string id, string person, int month) => new(id, new(2026, month, 5, 3, 0, 0, TimeSpan.Zero), "system", "data-check", "XT1", "vehicles", "traffic", "law", ["owner"], person);
    }
}
