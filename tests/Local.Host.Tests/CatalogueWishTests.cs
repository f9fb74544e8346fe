using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host.Tests;

public sealed class CatalogueWishTests
{
    [Fact]
    public void A_folder_is_handed_in_from_a_day_on_with_a_note()
    {
        var wish = CatalogueWish.Parse(CatalogueCommands.Publish, ["city", "--from", "2026-12-01", "--note", "新标准", "--blob-port", "12000"]);

        Assert.Equal((Path.GetFullPath("city"), new DateOnly(2026, 12, 1), "新标准", 12000), (wish.Subject, wish.From, wish.Note, wish.City.BlobPort));
    }

    [Fact]
    public void An_option_may_stand_before_the_version() =>
        Assert.Equal("3", CatalogueWish.Parse(CatalogueCommands.RollBack, ["--data", "there", "3"]).Subject);

    [Theory]
    [InlineData("publish-catalogue")]
    [InlineData("roll-back-catalogue")]
    [InlineData("roll-back-catalogue", "3", "--from", "1.12.2026")]
    [InlineData("roll-back-catalogue", "3", "4")]
    [InlineData("roll-back-catalogue", "3", "--from")]
    [InlineData("list-catalogues", "--nonsense")]
    public void What_is_missing_or_not_known_is_said(string command, params string[] arguments) =>
        Assert.Throws<LocalSetupException>(() => CatalogueWish.Parse(command, arguments));
}
