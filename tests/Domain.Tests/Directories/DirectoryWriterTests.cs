using CsCheck;
using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>What is handed out can be handed in.</summary>
public sealed class DirectoryWriterTests
{
    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_directory_that_is_handed_out_and_in_again_is_the_same(Language language) => EditionGen.All.Sample(edition =>
    {
        var again = DirectoryReader.Read(DirectoryWriter.Write(edition, language), edition, SmallDirectory.Places, SmallDirectory.Lookup, SmallDirectory.Today);

        return again is DirectoryReading.Good good && EditionBytes.Of(good.Edition).AsSpan().SequenceEqual(EditionBytes.Of(edition));
    });

    [Fact]
    public void What_is_kept_is_read_as_it_was() =>
        EditionGen.All.Sample(edition => EditionBytes.Of(EditionBytes.Read(EditionBytes.Of(edition))!).AsSpan().SequenceEqual(EditionBytes.Of(edition)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"villages\":[]}")]
    [InlineData("{\"villages\":[],\"grids\":[],\"people\":[{}],\"points\":[]}")]
    public void Bytes_that_are_no_directory_are_none(string text) => Assert.Null(EditionBytes.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_ID_number_is_never_handed_out() =>
        Assert.All(DirectoryWriter.Write(new SmallDirectory().Edition(), Language.Chinese).Sheets[2].Rows, row => Assert.Equal("", row.Cells[2]));
}
