using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-data-").FullName;

    [Fact]
    public async Task A_reset_forgets_what_was_there()
    {
        await using (DataFolder.Open(_folder, reset: false)) File.WriteAllText(Path.Combine(_folder, "durable.db"), "x");

        await using var again = DataFolder.Open(_folder, reset: true);

        Assert.False(File.Exists(Path.Combine(_folder, "durable.db")));
    }

    [Fact]
    public async Task Without_a_reset_everything_stays()
    {
        await using (DataFolder.Open(_folder, reset: false)) File.WriteAllText(Path.Combine(_folder, "durable.db"), "x");

        await using var again = DataFolder.Open(_folder, reset: false);

        Assert.True(File.Exists(Path.Combine(_folder, "durable.db")));
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_never_emptied()
    {
        File.WriteAllText(Path.Combine(_folder, "thesis.txt"), "years of work");

        Assert.Throws<LocalSetupException>(() => DataFolder.Open(_folder, reset: true));
        Assert.True(File.Exists(Path.Combine(_folder, "thesis.txt")));
    }

    [Fact]
    public async Task Two_cities_cannot_share_a_folder()
    {
        await using var first = DataFolder.Open(_folder, reset: false);

        Assert.Throws<LocalSetupException>(() => DataFolder.Open(_folder, reset: false));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
