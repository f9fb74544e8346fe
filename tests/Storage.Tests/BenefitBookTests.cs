using Azure.Data.Tables;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class BenefitBookTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly DateOnly May = new(2026, 5, 4);

    private BenefitBook Book => new(Storage);

    [Fact]
    public async Task What_is_due_by_a_day_is_found_the_earliest_first()
    {
        await Book.PutAsync("XT-B", May);
        await Book.PutAsync("XT-A", May.AddDays(1));
        await Book.PutAsync("XT-C", May.AddDays(-40));
        await Book.PutAsync("XT-C", May.AddDays(-40));

        Assert.Equal([("XT-C", May.AddDays(-40)), ("XT-B", May)], await Book.DueAsync(May));
    }

    [Fact]
    public async Task A_day_that_does_not_hold_any_more_goes_and_another_of_the_case_stays()
    {
        await Book.PutAsync("XT-A", May);
        await Book.PutAsync("XT-A", May.AddMonths(6));

        await Book.RemoveAsync("XT-A", May);
        await Book.RemoveAsync("XT-A", May);

        Assert.Equal([("XT-A", May.AddMonths(6))], await Book.DueAsync(May.AddYears(1)));
    }

    [Fact]
    public async Task A_row_of_an_earlier_release_is_found_again()
    {
        await Storage.Table(Names.Oversight).UpsertEntityAsync(new TableEntity("benefits", "XT-A") { ["CaseId"] = "XT-A", ["ReviewOn"] = "20260504" });

        await Book.RekeyAsync();
        await Book.RekeyAsync();

        Assert.Equal([("XT-A", May)], await Book.DueAsync(May));
    }
}
