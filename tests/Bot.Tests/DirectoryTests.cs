using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Tests.City;
using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>The bot knows the places of the directory that the back office put in force.</summary>
[Collection(CityCollection.Name)]
public sealed class DirectoryTests(BotCity city)
{
    private static readonly DirectoryEdition Edition = DirectoryEdition.Empty with { Villages = [new("370982103301", new("望岳村", "Wangyue Village"), [], new(2020, 1, 1))] };

    [Fact]
    public async Task A_village_that_only_the_directory_knows_is_found_by_the_bot()
    {
        // Where editions lie is the back office's to make.
        await new OneVisitStorage(new StorageOptions { ConnectionString = city.Connection, Prefix = city.Prefix, Share = StorageShare.BackOffice }).EnsureCreatedAsync();
        var bytes = EditionBytes.Of(Edition);
        var store = city.Services.GetRequiredService<DirectoryStore>();
        await store.PublishAsync(EditionBytes.Id(bytes), bytes, "staff:city-reviewer", DateTimeOffset.UnixEpoch, null);
        await store.ActivateAsync(EditionBytes.Id(bytes), new(2020, 1, 1), "staff:city-reviewer", DateTimeOffset.UnixEpoch, null);

        await city.Services.GetRequiredService<DirectoryShelf>().RefreshAsync(default);

        Assert.Equal("370982103301", city.Services.GetRequiredService<CatalogueShelf>().InForce.Places.Find("翟镇望岳村").Single().Code);
    }
}
