using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>Registries tell of deaths, marriages and moves; a person looks, and nothing ends by itself.</summary>
public sealed class EventTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Key = "key-of-the-platform";
    private static readonly ToldEvent Death = new("death-1", "death", Applications.IdNumber, new DateOnly(2026, 11, 20));
    private readonly RegistryTwin platform = new();

    [Fact]
    public async Task A_death_puts_the_benefit_on_the_townships_desk_and_stops_nothing()
    {
        await using var office = await OpenAsync();
        var journey = await Bureau.FiledAsync(office);

        var taken = Assert.Single(await TellAsync(office, Death));
        var task = Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");

        Assert.Equal(("matched", 1), (taken.Outcome, taken.Matters));
        Assert.Contains("死亡登记", task.Story, StringComparison.Ordinal);
        Assert.Contains("不会因为推送自动停发", task.Story, StringComparison.Ordinal);
        Assert.Equal((1620m, true), ((await journey.SeeAsync()).Benefit!.Monthly, (await journey.SeeAsync()).Benefit!.Running));
    }

    [Fact]
    public async Task The_same_death_told_again_and_by_another_registry_is_one_matter()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);

        var told = await TellAsync(office, Death, Death, Death with { Id = "funeral-77" });

        Assert.Equal(["matched", "duplicate", "matched"], told.Select(answer => answer.Outcome));
        Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
    }

    [Fact]
    public async Task A_death_that_was_a_mistake_is_told_to_the_township_too()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);
        await TellAsync(office, Death);

        var taken = Assert.Single(await TellAsync(office, Death with { Id = "death-2", Reverses = "death-1" }));

        Assert.Equal(("matched", 1), (taken.Outcome, taken.Matters));
        Assert.Contains(await Bureau.DeskAsync(office, Town.Officer), view => view.Story?.Contains("有误，已撤销", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_mistake_that_is_told_before_what_was_mistaken_troubles_nobody()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);

        var told = await TellAsync(office, Death with { Id = "death-2", Reverses = "death-1" }, Death);

        Assert.Equal(["reversed", "reversed"], told.Select(answer => answer.Outcome));
        Assert.DoesNotContain(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
    }

    [Fact]
    public async Task The_officer_of_an_open_case_sees_that_the_applicant_is_recorded_dead()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var taken = Assert.Single(await TellAsync(office, Death));
        await office.SettleAsync();
        var facts = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;

        Assert.Equal(("matched", 0, 1), (taken.Outcome, taken.Matters, taken.Cases));
        Assert.Contains(facts, line => line.StartsWith("和申报的不一样，请核实：有死亡登记：是，2026-11-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_registry_tells_before_anybody_was_asked_keeps_none_from_being_asked()
    {
        platform.IsConnected = false;
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        platform.IsConnected = true;

        await TellAsync(office, Death);
        await office.SettleAsync();

        Assert.Contains("有婚姻登记：没有（截至 2026 年 11 月 20 日（周五））", (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!);
    }

    [Fact]
    public async Task Two_people_confirm_before_a_reported_death_ends_anything()
    {
        await using var office = await OpenAsync();
        var journey = await Bureau.FiledAsync(office);
        await TellAsync(office, Death);
        var task = Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");

        await Bureau.DoAsync(office, task.CaseId, task.TaskId, Town.Officer, new(MatterActNames.BenefitStop, Words: "核实属实，家里只剩一人另行申请") { DiedOn = Death.On });
        var found = (await journey.SeeAsync()).Benefit!.StopsFrom;
        await Bureau.DoAsync(office, task.CaseId, "confirm-benefit-r1", Town.Chief, new(MatterActNames.BenefitConfirmed));
        await office.SettleAsync();

        Assert.Null(found);
        Assert.Equal(new DateOnly(2026, 12, 1), (await journey.SeeAsync()).Benefit!.StopsFrom);
    }

    [Fact]
    public async Task The_death_of_a_member_of_the_household_is_told_while_the_case_is_open_and_looked_at_while_the_benefit_runs()
    {
        const string member = "370982194503070023";
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.DoAsync("verify-r1", Town.Officer, new(ActNames.NameMember) { MemberName = "史秀兰", MemberIdNumber = member, MemberAuthorised = true });

        var open = Assert.Single(await TellAsync(office, Death with { Id = "death-9", IdNumber = member }));
        var facts = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.HangNoticeAsync();
        await journey.ApproveAsync();
        var drawing = Assert.Single(await TellAsync(office, Death with { Id = "death-10", IdNumber = member, On = new DateOnly(2026, 11, 21) }));

        Assert.Equal(("matched", 0, 1), (open.Outcome, open.Matters, open.Cases));
        Assert.Contains(facts, line => line.Contains("史*（家庭成员）", StringComparison.Ordinal) && line.Contains("2026-11-20", StringComparison.Ordinal));
        Assert.Equal(("matched", 1), (drawing.Outcome, drawing.Matters));
        Assert.Contains("家庭成员史*：死亡登记", Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit").Story, StringComparison.Ordinal);
        Assert.Null((await journey.SeeAsync()).Benefit!.StopsFrom);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_so_and_keeps_none_of_the_others()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);

        var told = await TellAsync(
            office, Death with { IdNumber = "370982197001010017" }, Death with { On = new DateOnly(2031, 1, 1) }, Death with { Kind = "wedding" }, Death with { Id = Applications.IdNumber }, Death,
            Death with { On = new DateOnly(2026, 11, 21) });

        Assert.Equal(["unreadable", "unreadable", "unreadable", "unreadable", "matched", "other-content"], told.Select(answer => answer.Outcome));
        Assert.Equal("", told[3].Id);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_show_the_platforms_key_tells_nothing()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);

        using var stranger = await PostAsync(office, "key-of-somebody-else", Death);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.DoesNotContain(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
    }

    [Fact]
    public async Task A_hundred_thousand_times_the_same_event_is_one_matter()
    {
        await using var office = await OpenAsync();
        await Bureau.FiledAsync(office);
        await TellAsync(office, Death);
        var desk = office.Services.GetRequiredService<EventDesk>();
        var again = new RegistryEvent("death-1", RegistryEventKind.Death, ((IdReading.Valid)ResidentId.Read(Applications.IdNumber, new(2026, 11, 24))).Id, Death.On!.Value);
        var before = platform.Asked.Count;

        for (var time = 0; time < 100_000; time++)
            Assert.Equal(EventOutcomes.Duplicate, (await desk.TakeAsync(again, null!, CancellationToken.None)).Outcome);

        Assert.Single(await Bureau.DeskAsync(office, Town.Officer), view => view.Kind == "check-benefit");
        Assert.Equal(before, platform.Asked.Count);
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services =>
    {
        var settings = (BackOfficeSettings)services.Single(service => service.ServiceType == typeof(BackOfficeSettings)).ImplementationInstance!;
        services.AddSingleton(settings with { Sharing = new SharingOptions(new Uri("https://platform.example/"), Key) });
        services.AddSingleton<ISharingPlatform>(platform);
    });

    private static async Task<IReadOnlyList<EventAnswer>> TellAsync(Office office, params ToldEvent[] events)
    {
        using var answer = await PostAsync(office, Key, events);
        return (await Office.ReadAsync<EventsTaken>(answer)).Events;
    }

    private static async Task<HttpResponseMessage> PostAsync(Office office, string key, params ToldEvent[] events)
    {
        var content = JsonContent.Create(new TellEvents(events), options: Wire.Json);
        content.Headers.Add(CityPlatform.KeyHeader, key);
        return await office.SendAsync(HttpMethod.Post, Routes.RegistryEvents, null, content);
    }
}
