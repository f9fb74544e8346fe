using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class OversightBookTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private OversightBook Book => new(Storage);

    [Fact]
    public async Task A_month_has_the_cases_that_were_filed_in_it()
    {
        await Book.RegisterAsync(Case("XT-A", new(2026, 11, 30)));
        await Book.RegisterAsync(Case("XT-B", new(2026, 12, 1)));

        Assert.Equal(["XT-A"], (await Book.MonthAsync(new(2026, 11, 1))).Select(known => known.CaseId));
    }

    [Fact]
    public async Task A_case_entered_twice_stands_once()
    {
        await Book.RegisterAsync(Case("XT-A", new(2026, 11, 30)));
        await Book.RegisterAsync(Case("XT-A", new(2026, 11, 30)));

        Assert.Single(await Book.MonthAsync(new(2026, 11, 1)));
        Assert.Single(await Book.FirstDecisionsAsync("staff:chief", 5));
    }

    [Fact]
    public async Task The_first_decisions_of_a_representative_come_in_their_order()
    {
        foreach (var day in new[] { 9, 3, 20 })
            await Book.RegisterAsync(Case($"XT-{day:00}", new(2026, 11, day)));

        Assert.Equal(["XT-03", "XT-09"], await Book.FirstDecisionsAsync("staff:chief", 2));
    }

    [Fact]
    public async Task A_complaint_waits_until_a_draw_took_the_case()
    {
        await Book.NoteComplaintAsync("XT-A", "TS-1");
        await Book.NoteComplaintAsync("XT-A", "TS-2");
        await Book.NoteComplaintAsync("XT-AB", "TS-3");

        await Book.TakeComplaintsAsync("XT-A");

        Assert.Equal(["XT-AB"], await Book.ComplainedAsync());
    }

    [Fact]
    public async Task What_is_open_is_listed_until_it_is_done()
    {
        await Book.PutOpenAsync(new OpenMatter("HP-1", 0));
        await Book.PutOpenAsync(new OpenMatter("HP-1", 2, Sample.Now));
        await Book.PutOpenAsync(new OpenMatter("HP-2", 1));
        await Book.RemoveOpenAsync("HP-2");

        Assert.Equal([new OpenMatter("HP-1", 2, Sample.Now)], await Book.ListOpenAsync());
    }

    private static RegisteredCase Case(string caseId, DateOnly on) => new(
        caseId, "D1.2", on, "township/370982103", 30, 12, 20, "staff:chief", new DateTimeOffset(on.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero), false);
}
