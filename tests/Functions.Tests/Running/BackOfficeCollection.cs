using OneVisit.Support;

namespace OneVisit.Functions.Tests.Running;

/// <summary>One Azurite for all tests of the back office; each test has a prefix of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BackOfficeCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "back office";
}
