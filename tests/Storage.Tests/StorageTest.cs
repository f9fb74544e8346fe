using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>One Azurite for all tests of this assembly; each test has tables, containers and queues of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}

[Collection(AzuriteCollection.Name)]
public abstract class StorageTest(AzuriteFixture azurite) : IAsyncLifetime
{
    protected StorageOptions Options { get; } = new() { ConnectionString = azurite.ConnectionString, Prefix = azurite.UniquePrefix() };

    protected OneVisitStorage Storage => field ??= new OneVisitStorage(Options);

    public Task InitializeAsync() => Storage.EnsureCreatedAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
