using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Support;

namespace OneVisit.Local.Azurite.Tests;

/// <summary>Blobs are found by an order of their names that is kept beside Azurite's own.</summary>
public sealed class BlobOrderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-blobs-").FullName;
    private AzuriteProcess _azurite = null!;

    public async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder, 0, 0, 0));
    }

    [Fact]
    public async Task Those_whose_names_begin_alike_are_listed_in_order_and_no_others()
    {
        var container = await ContainerAsync("one");
        await PutAsync(await ContainerAsync("two"), "a.b/0");
        foreach (var name in (string[])["a.b/2", "a.b/10", "a.b", "axb/1", "a.b/1 $^(x)[y]+", "a.c/1", "A.b/1"])
            await PutAsync(container, name);

        Assert.Equal(["a.b/1 $^(x)[y]+", "a.b/10", "a.b/2"], await NamesAsync(container, "a.b/"));
        Assert.Equal(["a.b/1 $^(x)[y]+"], await NamesAsync(container, "a.b/1 $^(x)[y]+"));
        Assert.Equal(7, (await NamesAsync(container, null)).Count);
        Assert.Empty(await NamesAsync(container, "a.b/3"));
    }

    [Fact]
    public async Task One_of_a_name_is_written_once_where_that_is_asked_and_gone_when_it_is_deleted()
    {
        var blob = (await ContainerAsync("one")).GetBlobClient("a/1");
        await blob.UploadAsync(BinaryData.FromString("first"), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });

        var again = await Assert.ThrowsAsync<RequestFailedException>(() =>
            blob.UploadAsync(BinaryData.FromString("second"), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }));
        var first = (await blob.DownloadContentAsync()).Value.Content.ToString();
        await blob.UploadAsync(BinaryData.FromString("third"), overwrite: true);
        var third = (await blob.DownloadContentAsync()).Value.Content.ToString();
        await blob.DeleteAsync();

        Assert.Equal((409, "first", "third", false), (again.Status, first, third, (await blob.ExistsAsync()).Value));
    }

    [Fact]
    public async Task After_a_kill_they_are_found_as_before()
    {
        var container = await ContainerAsync("one");
        foreach (var name in (string[])["a/2", "a/1", "b/1"])
            await PutAsync(container, name);
        await container.DeleteBlobAsync("a/2");

        await _azurite.KillAsync();
        await _azurite.RestartAsync();

        Assert.Equal(["a/1"], await NamesAsync(container, "a/"));
        Assert.Equal("b/1", (await container.GetBlobClient("b/1").DownloadContentAsync()).Value.Content.ToString());
    }

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<BlobContainerClient> ContainerAsync(string name)
    {
        var container = new BlobContainerClient(_azurite.ConnectionString, name);
        await container.CreateIfNotExistsAsync();
        return container;
    }

    private static Task PutAsync(BlobContainerClient container, string name) => container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name));

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container, string? prefix) =>
        await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None).Select(blob => blob.Name).ToListAsync();
}
