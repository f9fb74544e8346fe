using Azure.Data.Tables;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class TableCopiesTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private readonly AzuriteFixture azurite = azurite;

    [Fact]
    public async Task A_table_that_was_lost_comes_back_row_for_row()
    {
        var rows = Enumerable.Range(0, 1_200).Select(i => new TableEntity($"case{i % 7}", $"{i:0000}")
        {
            ["words"] = "李秀兰\n“一次办好”", ["count"] = i, ["large"] = long.MaxValue - i, ["share"] = 0.1 + i, ["yes"] = i % 2 == 0, ["empty"] = "",
            ["at"] = new DateTimeOffset(2026, 11, 24, 1, 0, 0, 7, TimeSpan.Zero), ["id"] = Guid.Parse("5f1c6f0e-3b0a-4b52-9a55-0f6f3f1d2c11"), ["bytes"] = new byte[] { 0, 255, 10 },
        }).ToArray();
        foreach (var row in rows) await Storage.Table("Journal").AddEntityAsync(row);
        var copy = new StringWriter();
        var copied = await new TableCopies(Storage).WriteAsync("Journal", copy);
        var elsewhere = New();

        var filled = await new TableCopies(elsewhere).FillAsync("Journal", new StringReader(copy.ToString()));

        Assert.Equal((1_200, 1_200), (copied, filled));
        Assert.Equal(await TextAsync(Storage), await TextAsync(elsewhere));
    }

    [Fact]
    public void Journals_are_copied_last_so_that_nothing_is_ahead_of_them() => Assert.Equal(["Journal", "Matters"], new TableCopies(Storage).Tables.TakeLast(2));

    [Fact]
    public async Task Nothing_is_written_over_a_table_that_has_rows()
    {
        await Storage.Table("Journal").AddEntityAsync(new TableEntity("case", "1") { ["words"] = "newer" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new TableCopies(Storage).FillAsync("Journal", new StringReader("""{"PartitionKey":["s","case"],"RowKey":["s","1"],"words":["s","older"]}""")));

        Assert.Equal("newer", (await Storage.Table("Journal").GetEntityAsync<TableEntity>("case", "1")).Value["words"]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"PartitionKey":["s","case"]}""")]
    [InlineData("""{"PartitionKey":["s","case"],"RowKey":["s","1"],"count":["i","many"]}""")]
    [InlineData("""{"PartitionKey":["s","case"],"RowKey":["s","1"],"count":[]}""")]
    [InlineData("""{"PartitionKey":["s","case"],"RowKey":["s","1"],"count":["?","1"]}""")]
    public async Task A_line_that_is_no_row_is_named_and_its_words_are_not(string line)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => new TableCopies(Storage).FillAsync("Journal", new StringReader(line)));

        Assert.Equal("Line 1 of the copy is not a row.", refused.Message);
    }

    private OneVisitStorage New() => new(new StorageOptions { ConnectionString = azurite.ConnectionString, Prefix = azurite.UniquePrefix() });

    private static async Task<string> TextAsync(OneVisitStorage storage)
    {
        var text = new StringWriter();
        await new TableCopies(storage).WriteAsync("Journal", text);
        return text.ToString();
    }
}
