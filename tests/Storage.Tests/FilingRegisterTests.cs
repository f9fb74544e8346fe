using OneVisit.Domain;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class FilingRegisterTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly DateOnly December = new(2026, 12, 1);
    private static readonly DateTimeOffset Filed = new(2026, 12, 3, 2, 0, 0, TimeSpan.Zero);

    private FilingRegister Register => new(Storage);

    [Fact]
    public async Task Numbers_run_by_year_and_item()
    {
        Assert.Equal(1, await Register.TakeAsync(2026, "D1.2", "XT-A"));
        Assert.Equal(2, await Register.TakeAsync(2026, "D1.2", "XT-B"));
        Assert.Equal(1, await Register.TakeAsync(2026, "D1.1", "XT-C"));
        Assert.Equal(1, await Register.TakeAsync(2027, "D1.2", "XT-D"));
    }

    [Fact]
    public async Task A_case_that_asks_again_gets_the_same_number()
    {
        Assert.Equal(1, await Register.TakeAsync(2026, "D1.2", "XT-A"));
        Assert.Equal(1, await Register.TakeAsync(2026, "D1.2", "XT-A"));
        Assert.Equal(2, await Register.TakeAsync(2026, "D1.2", "XT-B"));
    }

    [Fact]
    public async Task Many_at_once_get_numbers_without_gaps_and_doubles()
    {
        var (one, two) = (new FilingRegister(Storage), new FilingRegister(Storage));

        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : two).TakeAsync(2026, "D1.2", $"XT-{i / 2}")));

        Assert.Equal(Enumerable.Range(1, 6), numbers.Distinct().Order());
        Assert.All(numbers.Chunk(2), pair => Assert.Equal(pair[0], pair[1]));
    }

    [Fact]
    public async Task A_month_is_listed_page_by_page_in_the_order_of_filing()
    {
        for (var i = 0; i < 5; i++)
            await Register.EnterAsync(Case($"XT-{i}", Filed.AddHours(i)));
        await Register.EnterAsync(Case("XT-0", Filed));
        await Register.EnterAsync(Case("XT-OTHER", Filed.AddMonths(1)));

        var first = await Register.ListAsync(December, null, null, 2, null);
        var second = await Register.ListAsync(December, null, null, 2, first.Next);
        var third = await Register.ListAsync(December, null, null, 2, second.Next);

        Assert.Equal(["XT-0", "XT-1"], first.Cases.Select(filed => filed.CaseId));
        Assert.Equal(["XT-2", "XT-3"], second.Cases.Select(filed => filed.CaseId));
        Assert.Equal(("XT-4", null), (Assert.Single(third.Cases).CaseId, third.Next));
    }

    [Fact]
    public async Task It_is_filtered_by_item_and_point()
    {
        await Register.EnterAsync(Case("XT-A", Filed));
        await Register.EnterAsync(Case("XT-B", Filed, item: "D1.1"));
        await Register.EnterAsync(Case("XT-C", Filed, point: "township/370982101"));

        Assert.Equal(["XT-B"], (await Register.ListAsync(December, "D1.1", null, 10, null)).Cases.Select(filed => filed.CaseId));
        Assert.Equal(["XT-C"], (await Register.ListAsync(December, null, "township/370982101", 10, null)).Cases.Select(filed => filed.CaseId));
        Assert.Empty((await Register.ListAsync(December, "D1.1", "township/370982101", 10, null)).Cases);
    }

    [Theory]
    [InlineData("not hex")]
    [InlineData("ff")]
    [InlineData("")]
    public async Task A_token_that_is_none_begins_at_the_beginning_or_finds_nothing(string token)
    {
        await Register.EnterAsync(Case("XT-A", Filed));

        Assert.True((await Register.ListAsync(December, null, null, 10, token)).Cases.Count <= 1);
    }

    private static FiledCase Case(string caseId, DateTimeOffset at, string item = "D1.2", string point = "township/370982103") => new(
        "新民备〔2026〕D1.2-0001号", caseId, item, point, "370982103201", "张*", new DateOnly(2026, 12, 2), at, "李文静", false, new Money(1620));
}
