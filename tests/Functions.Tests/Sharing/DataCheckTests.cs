using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>What registries answer lies before the officer of the data check; nobody waits for it, and what comes late is used.</summary>
public sealed class DataCheckTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private readonly RegistryTwin platform = new();

    [Fact]
    public async Task The_officer_sees_what_contradicts_first_then_every_answer_with_its_day()
    {
        platform.Answer = (lookUp, _) => Task.FromResult(lookUp.Question == RegistryQuestion.Vehicles ? new RegistryAnswer.Value("1", RegistryTwin.Day) : RegistryTwin.Ordinary(lookUp.Question));
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var facts = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;

        Assert.Contains(facts, line => line.StartsWith("和申报的不一样", StringComparison.Ordinal) && line.Contains("名下机动车：1 辆（截至 2026 年 11 月 20 日（周五））", StringComparison.Ordinal));
        Assert.Contains("有婚姻登记：没有（截至 2026 年 11 月 20 日（周五））", facts);
        Assert.Equal(DataCheckQuestions.All.Length, platform.Asked.Count(lookUp => lookUp.For is { Purpose: LookUpPurpose.DataCheck } why && why.About == journey.CaseId));
    }

    [Fact]
    public async Task A_platform_that_is_down_stops_no_case_and_its_answer_is_used_when_it_comes()
    {
        platform.Answer = (_, _) => throw new HttpRequestException("down");
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var before = (await journey.TaskAsync("verify-r1", Town.Officer)).Facts!;
        _ = await journey.NoticesAsync();

        platform.Answer = (lookUp, _) => Task.FromResult(RegistryTwin.Ordinary(lookUp.Question));
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(3));
        var after = await Until(async () => (await journey.TaskAsync("verify-r1", Town.Officer)).Facts is { } facts && !facts.Any(line => line.Contains("还没查到", StringComparison.Ordinal)) ? facts : null);
        var told = await Until(async () => (await journey.NoticesAsync()).FirstOrDefault(notice => notice is { Kind: NoticeKinds.TaskChanged, TaskId: "verify-r1" }));

        Assert.Contains("有婚姻登记：还没查到（平台连不上），不能当作没有；查到了会自动补上", before);
        Assert.Contains("有婚姻登记：没有（截至 2026 年 11 月 20 日（周五））", after);
        Assert.StartsWith("staff:zhai-", told.To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_goes_on_while_everything_is_unknown()
    {
        platform.Answer = (_, _) => throw new HttpRequestException("down");
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Applications.Ordinary() with { Materials = ["M01", "M02", "M03", "M04", "M05", "M07", "M13"] });

        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, new(ActNames.Verified, Verification: "unknown"));

        Assert.Contains("review-r1", await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task What_the_registry_holds_is_struck_out_with_its_day()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);

        var register = (await journey.SeeAsync()).Materials.Single(paper => paper.Code == "M02");

        Assert.Equal(("held", "公安部门户籍库（截至 2026 年 11 月 20 日（周五））"), (register.Status, register.HeldBy));
    }

    [Fact]
    public async Task Without_a_platform_nobody_is_asked_and_the_card_says_nothing_of_registries()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var view = await journey.TaskAsync("verify-r1", Town.Officer);

        Assert.Null(view.Facts);
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, entry => entry.Kind == "registers-answered");
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton<ISharingPlatform>(platform));

    private static async Task<T> Until<T>(Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (await look() is { } found)
                return found;
        }
        while (await pause.WaitForNextTickAsync(patience.Token));
        throw new InvalidOperationException();
    }
}
