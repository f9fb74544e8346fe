using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Whoever builds a page of links asks what its reader may do, and has no list of posts of its own.</summary>
public sealed class MayTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task Everybody_is_told_by_the_table_itself_what_their_posts_might_do()
    {
        await using var office = await Office.OpenAsync(azurite);

        var (reviewer, officer) = (await office.GetAsync<Me>(Routes.Me, Town.Reviewer), await office.GetAsync<Me>(Routes.Me, Town.Officer));
        var posts = People.All.First(person => person.Participant == Town.Reviewer).ByPosts;

        Assert.Equal(ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation && line.MightAllow(posts)).Select(line => line.Act), reviewer.May);
        Assert.Contains("OrderHold", reviewer.May);
        Assert.DoesNotContain("OrderHold", officer.May);
        Assert.Contains("ShowCase", officer.May);
    }

    [Fact]
    public async Task A_resident_is_told_of_nothing_that_posts_may_do()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Empty((await office.GetAsync<Me>(Routes.Me, Town.Resident)).May);
    }
}
