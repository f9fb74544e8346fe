using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

public sealed class JournalChainTests
{
    private static readonly Entry[] Journal = [.. Story.Closed.Journal];

    [Fact]
    public void A_journal_as_it_was_written_is_intact() => Assert.Equal(Journal.Length, Assert.IsType<ChainReading.Intact>(JournalChain.Verify(Town.CaseId, Journal)).Version);

    [Fact]
    public void Every_changed_entry_is_found_and_named() => Assert.All(Enumerable.Range(0, Journal.Length), i =>
        Assert.Equal(new ChainReading.Broken(i + 1, ChainFault.Changed), Verify(Changed(i, entry => entry with { Body = entry.Body + " " }))));

    [Fact]
    public void A_changed_actor_is_found() =>
        Assert.Equal(new ChainReading.Broken(4, ChainFault.Changed), Verify(Changed(3, entry => entry with { Actor = entry.Actor with { Name = "别人" } })));

    [Fact]
    public void A_changed_instant_is_found() => Assert.Equal(new ChainReading.Broken(4, ChainFault.Changed), Verify(Changed(3, entry => entry with { At = entry.At.AddTicks(1) })));

    [Fact]
    public void The_same_instant_in_another_zone_is_the_same() =>
        Assert.IsType<ChainReading.Intact>(Verify(Changed(3, entry => entry with { At = entry.At.ToOffset(TimeSpan.FromHours(8)) })));

    [Fact]
    public void An_entry_left_out_is_found() => Assert.Equal(new ChainReading.Broken(3, ChainFault.Missing), Verify([.. Journal[..2], .. Journal[3..]]));

    [Fact]
    public void An_entry_rewritten_with_a_new_hash_breaks_the_next()
    {
        var forged = JournalChain.Extend(2, Journal[1].Hash, [Journal[2].Event], Actor.System with { Name = "别人" }, Journal[2].At)[0];

        Assert.Equal(new ChainReading.Broken(4, ChainFault.NotLinked), Verify([.. Journal[..2], forged, .. Journal[3..]]));
    }

    [Fact]
    public void A_journal_moved_to_another_case_is_found() => Assert.Equal(new ChainReading.Broken(1, ChainFault.NotLinked), JournalChain.Verify("XT260302-OTHER0", Journal));

    [Fact]
    public void An_empty_journal_is_intact() => Assert.Equal(0, Assert.IsType<ChainReading.Intact>(JournalChain.Verify(Town.CaseId, [])).Version);

    [Fact]
    public void A_journal_whose_content_was_erased_is_intact_when_it_says_so_at_its_end() =>
        Assert.Equal(Journal.Length + 1, Assert.IsType<ChainReading.Intact>(Verify([.. Journal.Select(Blank), Ending(new Erased("case-other", Journal.Length))])).Version);

    [Fact]
    public void Content_that_is_gone_from_a_journal_that_does_not_say_so_is_found() => Assert.Equal(new ChainReading.Broken(3, ChainFault.Changed), Verify(Changed(2, Blank)));

    [Fact]
    public void An_erased_journal_of_which_an_entry_is_missing_is_found() =>
        Assert.Equal(new ChainReading.Broken(3, ChainFault.Missing), Verify([.. Journal.Select(Blank).Where((_, i) => i != 2), Ending(new Erased("case-other", Journal.Length))]));

    private static Entry Blank(Entry entry) => entry with { Body = "{}", Actor = entry.Actor with { Participant = "", Name = "" }, IsBlank = true };

    private static Entry Ending(CaseEvent last) => JournalChain.Extend(Journal.Length, Journal[^1].Hash, [last], Actor.System, Journal[^1].At)[0];

    private static ChainReading Verify(Entry[] journal) => JournalChain.Verify(Town.CaseId, journal);

    private static Entry[] Changed(int index, Func<Entry, Entry> change) => [.. Journal.Select((entry, i) => i == index ? change(entry) : entry)];
}
