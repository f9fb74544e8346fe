using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host.Tests;

public sealed class CityWishTests
{
    [Fact]
    public void A_folder_is_handed_in_from_a_day_on_with_a_note()
    {
        var wish = CityWish.Parse(CatalogueCommands.Publish, ["city", "--from", "2026-12-01", "--note", "新标准", "--blob-port", "12000"], "a folder");

        Assert.Equal(("city", new DateOnly(2026, 12, 1), "新标准", 12000), (wish.Subject, wish.From, wish.Note, wish.City.BlobPort));
    }

    [Fact]
    public void An_option_may_stand_before_the_version() =>
        Assert.Equal("3", CityWish.Parse(CatalogueCommands.RollBack, ["--data", "there", "3"], "a version").Subject);

    [Fact]
    public void An_account_in_azure_china_is_named_by_its_suffix()
    {
        var elsewhere = CityWish.Parse(PublishDirectory.Command, ["city.xlsx", "--account", "ovdata", "--suffix", "core.chinacloudapi.cn"], "a file").Elsewhere!;

        Assert.Equal(("ovdata", "core.chinacloudapi.cn"), (elsewhere.AccountName, elsewhere.EndpointSuffix));
    }

    [Theory]
    [InlineData("publish-catalogue")]
    [InlineData("roll-back-catalogue")]
    [InlineData("roll-back-catalogue", "3", "--from", "1.12.2026")]
    [InlineData("roll-back-catalogue", "3", "4")]
    [InlineData("roll-back-catalogue", "3", "--from")]
    [InlineData("publish-directory", "city.xlsx", "--account")]
    [InlineData("list-catalogues", "--nonsense")]
    public void What_is_missing_or_not_known_is_said(string command, params string[] arguments) =>
        Assert.Throws<LocalSetupException>(() => CityWish.Parse(command, arguments, command == CatalogueCommands.List ? null : "a subject"));
}
