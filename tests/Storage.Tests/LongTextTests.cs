using Azure.Data.Tables;

namespace OneVisit.Storage.Tests;

public sealed class LongTextTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LongText.CharactersEach)]
    [InlineData(LongText.CharactersEach + 1)]
    [InlineData(LongText.Longest - LongText.Pieces)]
    public void A_text_is_read_as_it_was_put(int length)
    {
        var text = new string('文', length);

        Assert.Equal(text, LongText.Get(Put(text), "Body"));
    }

    [Fact]
    public void No_piece_is_larger_than_a_property_may_be() =>
        Assert.All(Put(new string('文', LongText.Longest - LongText.Pieces)).Select(pair => pair.Value).OfType<string>(), piece => Assert.InRange(piece.Length, 0, 32 * 1024));

    [Fact]
    public void No_piece_ends_in_half_a_character() =>
        Assert.All(Put("x" + string.Concat(Enumerable.Repeat("𠮷", 100_000))).Select(pair => pair.Value).OfType<string>(), piece => Assert.False(char.IsHighSurrogate(piece[^1])));

    [Fact]
    public void A_text_that_no_row_can_hold_is_refused() =>
        Assert.Throws<TextTooLargeException>(() => Put(new string('x', LongText.Longest)));

    private static TableEntity Put(string text)
    {
        var row = new TableEntity();
        LongText.Put(row, "Body", text);
        return row;
    }
}
