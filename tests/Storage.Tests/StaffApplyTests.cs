using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>An edition of the directory is written to the table of staff.</summary>
public sealed class StaffApplyTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Township = "township/370982103";
    private static readonly DateOnly Long = new(2020, 1, 1), First = new(2026, 12, 1), Eve = new(2026, 11, 30);

    private static readonly Guid One = new(1, 0, 0, new byte[8]), Two = new(2, 0, 0, new byte[8]);

    private StaffDirectory Directory => new(Storage);

    [Fact]
    public async Task Who_is_in_the_edition_is_found_by_person_office_and_number()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { IdHash = "hash" }), First, 1);

        Assert.Equal(First, (await Directory.FindAsync("a"))!.Posts.Single().From);
        Assert.Equal("a", (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Single().Id);
        Assert.Equal("a", (await Directory.FindByNumberAsync("hash"))!.Id);
    }

    [Fact]
    public async Task Nothing_holds_before_its_first_day()
    {
        await Directory.ApplyAsync(Of(Officer("a")), First, 1);

        Assert.Empty(await Directory.HoldersAsync(Role.TownshipOfficer, Township, Eve));
    }

    [Fact]
    public async Task Who_is_no_longer_in_it_holds_the_post_until_the_day_before()
    {
        await Directory.SeedAsync([new("a", "翟敏", [new(Role.TownshipOfficer, Township, Long)])]);
        await Directory.ApplyAsync([new("a", null)], First, 1);

        Assert.Equal((1, 0), ((await Directory.HoldersAsync(Role.TownshipOfficer, Township, Eve)).Count, (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Count));
    }

    [Fact]
    public async Task Who_was_never_in_an_edition_is_left_alone()
    {
        await Directory.SeedAsync([new("b", "别人", [new(Role.TownshipOfficer, Township, Long)])]);
        await Directory.ApplyAsync(Of(Officer("a")), First, 1);

        Assert.Null((await Directory.FindAsync("b"))!.Posts.Single().To);
    }

    [Fact]
    public async Task An_edition_that_overtakes_a_planned_one_leaves_no_post_of_it_anywhere()
    {
        await Directory.ApplyAsync(Of(Officer("a")), First, 1);
        await Directory.ApplyAsync([new("a", null)], new(2026, 11, 28), 2);

        Assert.Empty((await Directory.FindAsync("a"))!.Posts);
        Assert.Empty(await Directory.EverAtAsync(Township, null));
    }

    [Fact]
    public async Task A_slow_earlier_activation_undoes_nothing_of_a_later_one()
    {
        await Directory.ApplyAsync(Of(Officer("a")), First, 2);
        await Directory.ApplyAsync([new("a", null)], First, 1);

        Assert.Equal("a", (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Single().Id);
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await Directory.ApplyAsync(Of(Officer("a"), Officer("b")), First, 1);
        await Directory.ApplyAsync(Of(Officer("a"), Officer("b")), First, 1);

        Assert.Equal(["a", "b"], (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Select(member => member.Id));
    }

    [Fact]
    public async Task A_change_beside_it_is_not_lost()
    {
        await Directory.SeedAsync([new("a", "翟敏", [new(Role.TownshipOfficer, Township, Long)])]);
        await Task.WhenAll(
            Directory.ApplyAsync(Of(Officer("a") with { Name = "翟敏二" }), First, 1),
            Directory.ChangeAsync("a", member => member! with { IdHash = "hash" }));

        Assert.Equal(("翟敏二", "hash"), await Directory.FindAsync("a") is { } member ? (member.Name, member.IdHash) : default);
        Assert.Equal(("翟敏二", "hash"), (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Single() is { } copy ? (copy.Name, copy.IdHash) : default);
    }

    [Fact]
    public async Task A_number_that_goes_over_to_another_is_the_others()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { IdHash = "one" }, Officer("b") with { IdHash = "two" }), First, 1);
        await Directory.ApplyAsync(Of(Officer("a") with { IdHash = "two" }, Officer("b") with { IdHash = "one" }), First, 2);

        Assert.Equal(("b", "a"), ((await Directory.FindByNumberAsync("one"))!.Id, (await Directory.FindByNumberAsync("two"))!.Id));
    }

    [Fact]
    public async Task Who_signs_in_is_found_by_the_account()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { Account = One }, Officer("b")), First, 1);

        Assert.Equal(("a", null), ((await Directory.FindByAccountAsync(One))?.Id, await Directory.FindByAccountAsync(Two)));
    }

    [Fact]
    public async Task An_account_taken_away_finds_nobody()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { Account = One }), First, 1);
        await Directory.ApplyAsync(Of(Officer("a")), First, 2);

        Assert.Null(await Directory.FindByAccountAsync(One));
    }

    [Fact]
    public async Task Accounts_that_were_mixed_up_are_put_right()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { Account = One }, Officer("b") with { Account = Two }), First, 1);
        await Directory.ApplyAsync(Of(Officer("a") with { Account = Two }, Officer("b") with { Account = One }), First, 2);

        Assert.Equal(("b", "a"), ((await Directory.FindByAccountAsync(One))?.Id, (await Directory.FindByAccountAsync(Two))?.Id));
    }

    [Fact]
    public async Task Who_left_does_not_get_the_account_back_by_a_later_note()
    {
        await Directory.ApplyAsync(Of(Officer("a") with { Account = One }), Long, 1);
        await Directory.ApplyAsync([new("a", null), new("b", Officer("b") with { Account = One })], First, 2);
        await Directory.ChangeAsync("a", member => member! with { Name = "翟敏二" });

        Assert.Equal("b", (await Directory.FindByAccountAsync(One))?.Id);
    }

    [Fact]
    public async Task What_broke_off_half_way_is_finished_by_the_next_try()
    {
        ImmutableArray<PersonRecord> people = [.. Enumerable.Range(0, 60).Select(number => Officer($"p-{number}"))];
        using var stop = new CancellationTokenSource();
        var done = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Directory.ApplyAsync(Of(people), First, 1, () => { if (Interlocked.Increment(ref done) == 20) stop.Cancel(); }, stop.Token));

        await Directory.ApplyAsync(Of(people), First, 1);

        Assert.Equal(60, (await Directory.HoldersAsync(Role.TownshipOfficer, Township, First)).Count);
    }

    [Fact]
    public async Task How_far_it_has_come_is_kept_and_goes_forward_only()
    {
        var mark = new DirectoryMark(Storage);
        var before = await mark.AppliedAsync();
        await mark.AdvanceAsync(0);
        await mark.AdvanceAsync(1);
        await mark.AdvanceAsync(0);

        Assert.Equal((0, 2), (before, await mark.AppliedAsync()));
    }

    private static IEnumerable<KeyValuePair<string, PersonRecord?>> Of(params ImmutableArray<PersonRecord> people) => people.Select(person => new KeyValuePair<string, PersonRecord?>(person.Id, person));

    private static PersonRecord Officer(string id) => new(id, "翟敏", [new(Role.TownshipOfficer, Township, Long)], [], []);
}
