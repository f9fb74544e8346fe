using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class StaffDirectoryTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Township = "township/370982103";
    private static readonly DateOnly Spring = new(2026, 3, 1);
    private static readonly DateOnly Summer = new(2026, 6, 30);
    private static readonly StaffMember Zhai = new("zhai-officer", "翟敏", [new Post(Role.TownshipOfficer, Township, Spring, Summer)]);

    private StaffDirectory Directory => new(Storage);

    [Fact]
    public async Task A_member_is_found_with_their_posts()
    {
        await Directory.SeedAsync([Zhai]);

        Assert.Equal(Zhai.Posts.AsEnumerable(), (await Directory.FindAsync("zhai-officer"))!.Posts);
    }

    [Fact]
    public async Task A_stranger_is_not_found() => Assert.Null(await Directory.FindAsync("nobody"));

    [Theory]
    [InlineData("2026-02-28", 0)]
    [InlineData("2026-03-01", 1)]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-07-01", 0)]
    public async Task A_post_counts_from_its_first_day_to_its_last(string day, int holders)
    {
        await Directory.SeedAsync([Zhai]);

        Assert.Equal(holders, (await Directory.HoldersAsync(Role.TownshipOfficer, Township, DateOnly.Parse(day))).Count);
    }

    [Fact]
    public async Task Another_role_at_the_same_office_is_not_a_holder()
    {
        await Directory.SeedAsync([Zhai]);

        Assert.Empty(await Directory.HoldersAsync(Role.ChiefRepresentative, Township, Spring));
    }

    [Fact]
    public async Task A_post_that_is_no_longer_listed_is_gone_from_its_office()
    {
        await Directory.SeedAsync([Zhai]);
        await Directory.SeedAsync([Zhai with { Posts = [new Post(Role.TownshipOfficer, "township/370982104", Spring)] }]);

        Assert.Empty(await Directory.HoldersAsync(Role.TownshipOfficer, Township, Spring));
    }

    [Fact]
    public async Task Seeding_twice_changes_nothing()
    {
        await Directory.SeedAsync([Zhai]);
        await Directory.SeedAsync([Zhai]);

        Assert.Single(await Directory.HoldersAsync(Role.TownshipOfficer, Township, Spring));
    }
}
