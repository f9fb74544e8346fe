using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>What becomes of somebody's posts when another directory comes into force.</summary>
public sealed class StaffMergeTests
{
    private const string Point = "township/370982103";
    private static readonly DateOnly Long = new(2020, 1, 1), First = new(2026, 12, 1);

    private static readonly StaffMember Chief = new("x", "王立新", [new(Role.ChiefRepresentative, Point, Long)]);

    [Fact]
    public void Who_stays_in_a_post_stays_without_a_seam() => Assert.Equal("ChiefRepresentative 2020-01-01..", Posts(StaffMerge.Of(Chief, Of(Held(Role.ChiefRepresentative, Long)), First)));

    [Fact]
    public void Who_is_not_in_the_new_directory_holds_the_post_until_the_day_before() =>
        Assert.Equal("ChiefRepresentative 2020-01-01..2026-11-30", Posts(StaffMerge.Of(Chief, null, First)));

    [Fact]
    public void Who_is_new_holds_the_post_from_the_first_day_of_the_directory_and_not_before() =>
        Assert.Equal("ChiefRepresentative 2026-12-01..", Posts(StaffMerge.Of(null, Of(Held(Role.ChiefRepresentative, Long)), First)));

    [Fact]
    public void A_later_first_day_is_kept() =>
        Assert.Equal("ChiefRepresentative 2027-02-01..2027-03-01", Posts(StaffMerge.Of(null, Of(Held(Role.ChiefRepresentative, new(2027, 2, 1), new(2027, 3, 1))), First)));

    [Fact]
    public void What_was_over_before_stays_as_it_was() => Assert.Equal(
        "TownshipOfficer 2020-01-01..2021-01-01, ChiefRepresentative 2026-12-01..",
        Posts(StaffMerge.Of(new("x", "王", [new(Role.TownshipOfficer, Point, Long, new(2021, 1, 1))]), Of(Held(Role.TownshipOfficer, new(2019, 1, 1), new(2022, 1, 1)), Held(Role.ChiefRepresentative, Long)), First)));

    [Fact]
    public void A_plan_that_another_directory_overtakes_leaves_nothing()
    {
        var planned = StaffMerge.Of(Chief, Of(Held(Role.TownshipHead, Long)), First);

        Assert.Equal("ChiefRepresentative 2020-01-01..", Posts(StaffMerge.Of(planned, Of(Held(Role.ChiefRepresentative, Long)), new(2026, 11, 28))));
    }

    [Fact]
    public void Going_back_gives_the_post_back_from_that_day_and_leaves_the_days_between_as_they_were()
    {
        var gone = StaffMerge.Of(Chief, null, First);

        Assert.Equal("ChiefRepresentative 2020-01-01..2026-11-30, ChiefRepresentative 2026-12-10..", Posts(StaffMerge.Of(gone, Of(Held(Role.ChiefRepresentative, Long)), new(2026, 12, 10))));
    }

    [Fact]
    public void Twice_is_once()
    {
        var next = Of(Held(Role.ChiefRepresentative, Long), Held(Role.TownshipHead, new(2027, 1, 1)));
        var once = StaffMerge.Of(Chief, next, First);

        Assert.Equal(Posts(once), Posts(StaffMerge.Of(once, next, First)));
    }

    [Fact]
    public void A_training_that_is_no_longer_told_counts_until_the_day_before()
    {
        var trained = Chief with { Trainings = [new("a", Long), new("b", Long)] };

        Assert.Equal([new("a", Long), new("b", Long, new(2026, 11, 30))], StaffMerge.Of(trained, Of() with { Trainings = [new("a", Long)] }, First)!.Trainings.ToArray());
    }

    [Fact]
    public void Days_on_which_somebody_is_away_are_not_the_directorys_to_change()
    {
        var away = Chief with { Absences = [new(First, "病假", First.AddDays(3))] };

        Assert.Equal(away.Absences, StaffMerge.Of(away, Of(Held(Role.ChiefRepresentative, Long)), First)!.Absences);
    }

    [Fact]
    public void A_hash_that_the_directory_does_not_know_is_not_forgotten() =>
        Assert.Equal("hash", StaffMerge.Of(Chief with { IdHash = "hash" }, Of(), First)!.IdHash);

    [Fact]
    public void Who_leaves_signs_in_until_the_last_day() =>
        Assert.Equal(Guid.Parse(SmallDirectory.Account), StaffMerge.Of(Chief with { Account = Guid.Parse(SmallDirectory.Account) }, null, First)!.Account);

    private static PersonRecord Of(params ImmutableArray<Post> posts) => new("x", "王立新", posts, [], []);

    private static Post Held(Role role, DateOnly from, DateOnly? to = null) => new(role, Point, from, to);

    private static string Posts(StaffMember? member) => string.Join(", ", member!.Posts.Select(post => $"{post.Role} {post.From:yyyy-MM-dd}..{post.To:yyyy-MM-dd}"));
}
