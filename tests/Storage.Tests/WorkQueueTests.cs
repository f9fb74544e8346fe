using OneVisit.Domain.Services;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class WorkQueueTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Township = "township/370982103";

    private WorkQueue Work => new(Storage);

    [Fact]
    public async Task An_office_sees_its_work_in_the_order_it_falls_due()
    {
        await PutAsync(Item("XT-C", 20), Item("XT-A", 9), Item("XT-B", 13));

        Assert.Equal(["XT-A", "XT-B", "XT-C"], await CasesAsync(Township));
    }

    [Fact]
    public async Task Nobody_sees_the_work_of_another_office()
    {
        await PutAsync(Item("XT-A", 9), Item("XT-B", 9) with { Office = "township/370982104" });

        Assert.Equal(["XT-A"], await CasesAsync(Township));
    }

    [Fact]
    public async Task A_role_sees_only_its_own_work()
    {
        await PutAsync(Item("XT-A", 9), Item("XT-B", 9) with { Role = Role.ChiefRepresentative });

        Assert.Equal(["XT-B"], await CasesAsync(Township, Role.ChiefRepresentative));
    }

    [Fact]
    public async Task The_same_task_twice_is_one_line()
    {
        await PutAsync(Item("XT-A", 9), Item("XT-A", 9));

        Assert.Equal(["XT-A"], await CasesAsync(Township));
    }

    [Fact]
    public async Task A_line_is_read_as_it_was_put()
    {
        await PutAsync(Item("XT-A", 9));

        Assert.Equal(Item("XT-A", 9), Assert.Single(await Work.ListAsync(Township).ToListAsync()));
    }

    [Fact]
    public async Task A_task_that_is_done_leaves_the_list_and_may_leave_it_twice()
    {
        await PutAsync(Item("XT-A", 9));

        await Work.RemoveAsync(Township, Role.TownshipOfficer, new DateOnly(2026, 3, 9), "XT-A", "survey-r1");
        await Work.RemoveAsync(Township, Role.TownshipOfficer, new DateOnly(2026, 3, 9), "XT-A", "survey-r1");

        Assert.Empty(await CasesAsync(Township));
    }

    [Fact]
    public async Task A_desk_is_read_page_by_page()
    {
        await PutAsync(Item("XT-C", 20), Item("XT-A", 9), Item("XT-B", 13), Item("XT-D", 8) with { Role = Role.ChiefRepresentative });

        var first = await Work.PageAsync(Township, Role.TownshipOfficer, after: null, most: 2);
        var second = await Work.PageAsync(Township, Role.TownshipOfficer, WorkPlace.Of(first[^1]), most: 2);

        Assert.Equal(["XT-A", "XT-B", "XT-C"], [.. first.Concat(second).Select(item => item.CaseId)]);
    }

    [Fact]
    public async Task A_line_under_the_key_of_an_earlier_release_is_found_again()
    {
        var old = Records.RowOf(Keys.Of(Township), Keys.Of("20260309", "XT-A", "survey-r1"), Item("XT-A", 9));
        await Storage.Table(Names.Work).UpsertEntityAsync(old);

        await Work.RekeyAsync();
        await Work.RekeyAsync();

        Assert.Equal(["XT-A"], await CasesAsync(Township, Role.TownshipOfficer));
        Assert.Equal(["XT-A"], await CasesAsync(Township));
    }

    [Fact]
    public async Task A_change_takes_lines_off_and_puts_others_on_at_every_office_it_touches()
    {
        var elsewhere = Item("XT-A", 13) with { Office = "city/370982", TaskId = "file-r1" };
        await PutAsync(Item("XT-A", 9), Item("XT-B", 9));

        await Work.ChangeAsync(off: [Item("XT-A", 9)], on: [Item("XT-A", 20) with { TaskId = "review-r1" }, elsewhere]);

        Assert.Equal([("XT-B", "survey-r1"), ("XT-A", "review-r1")], await Work.ListAsync(Township).Select(item => (item.CaseId, item.TaskId)).ToListAsync());
        Assert.Equal([elsewhere], await Work.ListAsync("city/370982").ToListAsync());
    }

    [Fact]
    public async Task A_change_that_is_done_again_is_the_same_change()
    {
        await PutAsync(Item("XT-A", 9));
        WorkItem[] gone = [Item("XT-A", 9), Item("XT-C", 9)];

        await Work.ChangeAsync(gone, [Item("XT-A", 20), Item("XT-B", 13)]);
        await Work.ChangeAsync(gone, [Item("XT-A", 20), Item("XT-B", 13)]);

        Assert.Equal([("XT-B", 13), ("XT-A", 20)], await Work.ListAsync(Township).Select(item => (item.CaseId, item.DueOn.Day)).ToListAsync());
    }

    [Fact]
    public async Task A_line_that_goes_and_comes_in_one_change_stays()
    {
        await PutAsync(Item("XT-A", 9));

        await Work.ChangeAsync(off: [Item("XT-A", 9), Item("XT-A", 13), Item("XT-A", 9)], on: [Item("XT-A", 9)]);

        Assert.Equal(["XT-A"], await CasesAsync(Township));
    }

    private static WorkItem Item(string caseId, int dueDay) =>
        new(Township, Role.TownshipOfficer, caseId, "survey-r1", "survey", new DateOnly(2026, 3, dueDay));

    private async Task PutAsync(params WorkItem[] items)
    {
        foreach (var item in items)
            await Work.PutAsync(item);
    }

    private async Task<List<string>> CasesAsync(string office, Role? role = null) =>
        await Work.ListAsync(office, role).Select(item => item.CaseId).ToListAsync();
}
