using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Functions.Directories;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Directories;

/// <summary>The bureau changes the city's directory without a deployment.</summary>
public sealed class DirectoryTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly DateOnly Today = TownDirectory.Today;

    [Fact]
    public async Task A_file_is_kept_and_says_what_it_changes_and_nothing_is_in_force_by_it()
    {
        await using var office = await Office.OpenAsync(azurite);

        var taken = await TownDirectory.HandedInAsync(office, TownDirectory.Edition);
        var book = await TownDirectory.BookAsync(office);

        Assert.Equal((1, "村居撤并", Town.Reviewer, null), (taken.Version.Number, taken.Version.Note, taken.Version.By, taken.Diff.Before));
        Assert.Equal([3, 1, 4, 3, 1, 0, 1], taken.Diff.Sheets.Select(sheet => sheet.Added));
        Assert.Contains(taken.Diff.Sheets[2].Lines, line => line is { Change: "added", Line: "王秀兰 · wang-agent" });
        Assert.Equal((null, 1, 0), (book.InForce, book.Versions.Count, book.Activations.Count));
    }

    [Fact]
    public async Task A_file_with_mistakes_is_refused_row_by_row_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var wrong = TownDirectory.Edition with { Grids = [TownDirectory.Edition.Grids[0] with { Code = "370982103999001" }] };

        using var answer = await TownDirectory.HandInAsync(office, TownDirectory.File(wrong));
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((422, ProblemCodes.BrokenDirectory), (problem.Status, problem.Code));
        Assert.Contains("2 处毛病", problem.Detail);
        Assert.Contains(new DirectoryFaultView("unknown-reference", "网格", 2, "网格代码", "表里和服务目录里都没有“370982103999”，或者那里已不再受理。"), problem.Report!.Faults);
        Assert.Empty((await TownDirectory.BookAsync(office)).Versions);
    }

    [Fact]
    public async Task An_English_reader_reads_the_mistakes_in_English()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await TownDirectory.HandInAsync(office, [1, 2, 3], language: "en");

        Assert.All((await Office.ProblemAsync(answer)).Report!.Faults, fault => Assert.Matches("^[\\x20-\\x7E“”…]+$", fault.Sentence));
    }

    [Fact]
    public async Task The_same_directory_twice_is_one_edition()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var first = await TownDirectory.HandInAsync(office, TownDirectory.File(TownDirectory.Edition));
        using var second = await TownDirectory.HandInAsync(office, TownDirectory.File(TownDirectory.Edition, Language.English));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single((await TownDirectory.BookAsync(office)).Versions);
    }

    [Theory]
    [InlineData(Town.Resident)]
    [InlineData(Town.Agent)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Filing)]
    public async Task Who_is_not_of_the_bureau_sees_and_changes_no_directory(string who)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var handedIn = await TownDirectory.HandInAsync(office, [], who);
        using var activated = await office.SendAsync(HttpMethod.Post, "directories/1/activations", who, new PutInForce(Today));
        using var read = await office.SendAsync(HttpMethod.Get, Routes.Directories, who);
        using var compared = await office.SendAsync(HttpMethod.Get, "directories/1/diff", who);
        using var exported = await office.SendAsync(HttpMethod.Get, "directories/1/export", who);

        Assert.All([handedIn, activated, read, compared, exported], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    [Fact]
    public async Task What_is_put_in_force_holds_from_its_day_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition, Today.AddDays(1));
        using var before = await office.SendAsync(HttpMethod.Get, $"{Routes.Agents}?village={TownDirectory.NewVillage}", Town.Resident);
        var atWork = await StaffOn(office, Today);

        await office.MoveToAsync(Office.Morning.AddDays(1));
        var after = await office.GetAsync<AgentOfficeView[]>($"{Routes.Agents}?village={TownDirectory.NewVillage}", Town.Resident);

        Assert.Equal((HttpStatusCode.NotFound, 0), (before.StatusCode, atWork));
        Assert.Equal(["wang-agent"], after[0].Agents.Select(agent => agent.Id));
    }

    [Fact]
    public async Task A_household_that_named_its_grid_is_found_there_by_its_agent()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        var application = Applications.Ordinary();

        var journey = await Journey.BeginAsync(office, application with { Applicant = application.Applicant with { Village = TownDirectory.NewVillage, Grid = TownDirectory.NewVillage + "001" } });

        Assert.Equal("望岳村的第一网格", (await journey.TaskAsync("collect-r1", "staff:wang-agent")).Village);
    }

    [Fact]
    public async Task Who_is_away_stays_away_when_another_directory_comes_into_force()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        (await office.SendAsync(HttpMethod.Post, "staff/wang-agent/absences", Town.Bureau, new NoteAbsence(Reason: "学习"))).Dispose();

        await TownDirectory.PutInForceAsync(office, TownDirectory.Without("qin-agent"));

        Assert.True((await office.Services.GetRequiredService<StaffDirectory>().FindAsync("wang-agent"))!.IsAwayOn(Today));
    }

    [Fact]
    public async Task A_household_of_a_village_that_only_the_directory_knows_applies_and_its_agent_has_the_errand()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        var application = Applications.Ordinary();
        var journey = await Journey.BeginAsync(office, application with { Applicant = application.Applicant with { Village = TownDirectory.NewVillage } });

        Assert.Equal("collect-r1", (await journey.TaskAsync("collect-r1", "staff:wang-agent")).TaskId);
    }

    [Fact]
    public async Task An_open_case_shows_the_new_name_of_its_village()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        Assert.Equal("史家新村", (await journey.TaskAsync("collect-r1", Town.Agent)).Village);
    }

    [Fact]
    public async Task A_case_of_a_village_that_was_merged_goes_to_the_agent_of_the_one_that_goes_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        var application = Applications.Ordinary();
        var journey = await Journey.BeginAsync(office, application with { Applicant = application.Applicant with { Village = TownDirectory.Merged } });
        await TownDirectory.PutInForceAsync(office, TownDirectory.AfterMerger, new(2026, 12, 1));
        await office.MoveToAsync(new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));

        using var gone = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/tasks/collect-r1", "staff:qin-agent");
        var task = await journey.TaskAsync("collect-r1", "staff:shi-agent");

        Assert.Equal((false, "东柳村"), (gone.IsSuccessStatusCode, task.Village));
    }

    [Fact]
    public async Task Who_applies_from_a_village_that_was_merged_lives_in_the_one_that_goes_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.AfterMerger);
        await office.MoveToAsync(new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));

        var application = Applications.Ordinary();
        var journey = await Journey.BeginAsync(office, application with { Applicant = application.Applicant with { Village = TownDirectory.Merged } });

        Assert.Equal("史家新村", (await journey.TaskAsync("collect-r1", "staff:shi-agent")).Village);
    }

    [Fact]
    public async Task Who_is_not_in_the_next_edition_holds_the_post_until_the_day_before_and_going_back_gives_it_back()
    {
        await using var office = await Office.OpenAsync(azurite);
        var first = await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Without("wang-agent"), Today.AddDays(1));
        var (lastDay, dayAfter) = (await StaffOn(office, Today), await StaffOn(office, Today.AddDays(1)));

        using var back = await TownDirectory.ActivateAsync(office, first, Today.AddDays(3));
        await Office.ReadAsync<DirectoryActivationView>(back);
        await office.Services.GetRequiredService<DirectoryApplying>().ApplyAsync(default);

        Assert.Equal((1, 0, 0, 1), (lastDay, dayAfter, await StaffOn(office, Today.AddDays(2)), await StaffOn(office, Today.AddDays(3))));
    }

    [Fact]
    public async Task Staff_whom_no_directory_ever_told_of_are_left_alone()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        Assert.Equal(Town.Staff.Single(member => member.Id == "zhai-chief").Posts.AsEnumerable(), (await office.Services.GetRequiredService<StaffDirectory>().FindAsync("zhai-chief"))!.Posts);
    }

    [Fact]
    public async Task Grid_staff_are_no_staff_of_cases()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        Assert.Null(await office.Services.GetRequiredService<StaffDirectory>().FindAsync("g-001"));
    }

    [Fact]
    public async Task What_a_process_that_ended_left_undone_the_next_one_finishes()
    {
        await using var office = await Office.OpenAsync(azurite);
        var version = (await TownDirectory.HandedInAsync(office, TownDirectory.Edition)).Version.Version;
        // Written in the book, and nothing after it.
        await office.Services.GetRequiredService<DirectoryStore>().ActivateAsync(version, Today, "staff:other", Office.Morning, null);
        var before = (await TownDirectory.BookAsync(office)).Applying;

        await office.RestartAsync();
        await office.Services.GetRequiredService<DirectoryApplying>().ApplyAsync(default);

        Assert.Equal((1, null, 1), (before?.Number, (await TownDirectory.BookAsync(office)).Applying, await StaffOn(office, Today)));
    }

    [Fact]
    public async Task An_edition_whose_bytes_broke_is_not_put_in_force()
    {
        await using var office = await Office.OpenAsync(azurite);
        await office.Services.GetRequiredService<DirectoryStore>().PublishAsync("0123456789abcdef", EditionBytes.Of(TownDirectory.Edition), "staff:other", Office.Morning, null);

        using var answer = await TownDirectory.ActivateAsync(office, "0123456789abcdef", Today);

        Assert.Equal(ProblemCodes.BrokenDirectory, (await Office.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task A_broken_edition_in_the_book_leaves_the_last_good_one_in_force_and_says_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var good = await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        var store = office.Services.GetRequiredService<DirectoryStore>();
        await store.PublishAsync("0123456789abcdef", [1, 2, 3], "staff:other", Office.Morning, null);
        await store.ActivateAsync("0123456789abcdef", Today, "staff:other", Office.Morning, null);

        await office.Services.GetRequiredService<DirectoryShelf>().RefreshAsync(default);
        var book = await TownDirectory.BookAsync(office);

        Assert.Equal(good, book.InForce);
        Assert.Contains("0123456789abcdef: Altered", book.Fault);
        Assert.Equal(book.Fault, (await office.GetAsync<HealthReport>(Routes.Health, null)).Directory?.Fault);
    }

    [Fact]
    public async Task The_past_is_not_changed_afterwards()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.HandedInAsync(office, TownDirectory.Edition);

        using var answer = await TownDirectory.ActivateAsync(office, "1", Today.AddDays(-1));

        Assert.Equal(["from"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task An_edition_nobody_handed_in_is_not_found()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var activated = await TownDirectory.ActivateAsync(office, "77", Today);
        using var compared = await office.SendAsync(HttpMethod.Get, "directories/77/diff", Town.Reviewer);
        using var exported = await office.SendAsync(HttpMethod.Get, "directories/77/export", Town.Reviewer);

        Assert.All([activated, compared, exported], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task Of_two_who_change_at_once_one_wins_and_the_other_is_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (one, other) = ((await TownDirectory.HandedInAsync(office, TownDirectory.Edition)).Version.Version, (await TownDirectory.HandedInAsync(office, TownDirectory.Without("g-001"))).Version.Version);

        using var first = await TownDirectory.ActivateAsync(office, one, Today, seen: 0);
        using var second = await TownDirectory.ActivateAsync(office, other, Today, seen: 0);

        Assert.Equal((HttpStatusCode.Created, ProblemCodes.SomebodyWasFirst), (first.StatusCode, (await Office.ProblemAsync(second)).Code));
    }

    [Fact]
    public async Task Two_editions_are_compared_line_by_line()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.HandedInAsync(office, TownDirectory.Edition);
        await TownDirectory.HandedInAsync(office, TownDirectory.AfterMerger);

        var diff = await office.GetAsync<DirectoryDiffView>("directories/2/diff?with=1", Town.Bureau, "en");

        Assert.Equal(["changed 东柳村 · 370982103202"], diff.Sheets[0].Lines.Select(line => $"{line.Change} {line.Line}"));
        Assert.Equal(["To  > 2026-11-30", "Merged into  > 370982103201"], diff.Sheets[0].Lines[0].Fields.Select(field => $"{field.Field} {field.Before} > {field.After}"));
    }

    [Fact]
    public async Task Who_would_leave_open_work_behind_is_named_before_anything_is_in_force()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);
        var application = Applications.Ordinary();
        await Journey.BeginAsync(office, application with { Applicant = application.Applicant with { Village = TownDirectory.NewVillage } });

        var taken = await TownDirectory.HandedInAsync(office, TownDirectory.Without("wang-agent"));

        Assert.Equal([new DirectoryPostLoss("wang-agent", "王秀兰", "望岳村代办点的村级代办员", null, 1, 0)], taken.Diff.Losses!);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task What_is_exported_can_be_handed_in_again(string kind)
    {
        await using var office = await Office.OpenAsync(azurite);
        var version = await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        using var file = await office.SendAsync(HttpMethod.Get, $"directories/{version}/export?as={kind}", Town.Reviewer);
        using var again = await TownDirectory.HandInAsync(office, await file.Content.ReadAsByteArrayAsync());

        Assert.Equal((version, true), await Office.ReadAsync<DirectoryHandedIn>(again) is var taken ? (taken.Version.Version, taken.AlreadyThere) : default);
    }

    [Fact]
    public async Task What_is_in_force_is_counted_sheet_by_sheet()
    {
        await using var office = await Office.OpenAsync(azurite);
        await TownDirectory.PutInForceAsync(office, TownDirectory.Edition);

        var book = await TownDirectory.BookAsync(office);

        Assert.Equal(["村居 3", "网格 1", "人员 4", "岗位 3", "网格职责 1", "培训 0", "服务点 1"], book.Sheets.Select(sheet => $"{sheet.Name} {sheet.Lines}"));
        Assert.Equal("in-force", book.Activations.Single().State);
    }

    private static async Task<int> StaffOn(Office office, DateOnly day) =>
        (await office.Services.GetRequiredService<StaffDirectory>().HoldersAsync(Role.VillageAgent, "village/" + TownDirectory.NewVillage, day)).Count;
}
