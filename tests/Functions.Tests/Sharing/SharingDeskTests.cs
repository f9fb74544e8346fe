using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>Asking several registries at once, and writing down that we did.</summary>
public sealed class SharingDeskTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly ResidentId Person = ((IdReading.Valid)ResidentId.Read(Applications.IdNumber, RegistryTwin.Day)).Id;
    private static readonly RegistryQuestion[] Five =
        [RegistryQuestion.Married, RegistryQuestion.RecordedDead, RegistryQuestion.Vehicles, RegistryQuestion.Homes, RegistryQuestion.SocialInsurance];

    private static readonly LookUpFor Why = new(LookUpPurpose.DataCheck, "XT261124-ABCDEF", "staff:zhai-officer");

    [Fact]
    public async Task Five_registries_are_asked_before_any_of_them_has_answered()
    {
        var all = new TaskCompletionSource();
        var waiting = 0;
        await using var office = await OpenAsync(async (lookUp, _) =>
        {
            if (Interlocked.Increment(ref waiting) == Five.Length)
                all.SetResult();
            await all.Task;
            return new RegistryAnswer.No(RegistryTwin.Day);
        });

        var answers = await AskAsync(office);

        Assert.All(answers.Values, answer => Assert.Equal(new RegistryAnswer.No(RegistryTwin.Day), answer));
    }

    [Fact]
    public async Task One_registry_that_is_silent_keeps_the_others_from_nobody()
    {
        await using var office = await OpenAsync((lookUp, cancellation) => lookUp.Question == RegistryQuestion.Homes
            ? new TaskCompletionSource<RegistryAnswer>().Task
            : Task.FromResult<RegistryAnswer>(new RegistryAnswer.Yes(RegistryTwin.Day)));

        var answers = await AskAsync(office, TimeSpan.FromMilliseconds(300));

        Assert.Equal(UnknownReason.Late, ((RegistryAnswer.Unknown)answers[RegistryQuestion.Homes]).Reason);
        Assert.Equal(4, answers.Values.Count(answer => answer is RegistryAnswer.Yes));
    }

    [Fact]
    public async Task Whatever_goes_wrong_is_unknown_and_says_why()
    {
        await using var office = await OpenAsync((lookUp, _) => lookUp.Question switch
        {
            RegistryQuestion.Married => throw new HttpRequestException("no route"),
            RegistryQuestion.RecordedDead => throw new HttpRequestException("no", null, System.Net.HttpStatusCode.Forbidden),
            RegistryQuestion.Vehicles => throw new JsonException("broken"),
            RegistryQuestion.Homes => Task.FromResult<RegistryAnswer>(new RegistryAnswer.No(new DateOnly(2031, 1, 1))),
            _ => throw new TimeoutException(),
        });

        var answers = await AskAsync(office);

        Assert.Equal(
            [UnknownReason.Failed, UnknownReason.Refused, UnknownReason.Unreadable, UnknownReason.Unreadable, UnknownReason.Late],
            Five.Select(question => ((RegistryAnswer.Unknown)answers[question]).Reason));
    }

    [Fact]
    public async Task Every_look_up_is_written_down_with_who_why_and_on_which_basis_and_never_the_number()
    {
        await using var office = await OpenAsync((lookUp, _) => lookUp.Question == RegistryQuestion.Homes
            ? throw new HttpRequestException(Applications.IdNumber)
            : Task.FromResult<RegistryAnswer>(new RegistryAnswer.Value("2", RegistryTwin.Day)));

        await AskAsync(office);
        var log = new List<LoggedLookUp>();
        await foreach (var line in office.Services.GetRequiredService<SharingBook>().MonthAsync(new(2026, 11, 1)))
            log.Add(line);

        Assert.Equal(5, log.Count);
        Assert.All(log, line => Assert.Equal(("staff:zhai-officer", "data-check", "XT261124-ABCDEF"), (line.By, line.Purpose, line.About)));
        Assert.All(log, line => Assert.Contains("第十一条", line.Basis, StringComparison.Ordinal));
        Assert.Equal("failed", log.Single(line => line.Question == "homes").Reason);
        Assert.Equal(["count"], log.Single(line => line.Question == "vehicles").Fields);
        Assert.Equal(LoggedLookUp.Answered, log.Single(line => line.Question == "vehicles").Answer);
        Assert.DoesNotContain(Applications.IdNumber, JsonSerializer.Serialize(log), StringComparison.Ordinal);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_ups_of_one_asking_stand_in_one_month_also_at_its_end()
    {
        await using var office = await OpenAsync((_, _) => Task.FromResult<RegistryAnswer>(new RegistryAnswer.No(RegistryTwin.Day)));
        var (book, personal) = (office.Services.GetRequiredService<SharingBook>(), office.Services.GetRequiredService<PersonalData>());
        var desk = new SharingDesk(office.Services.GetRequiredService<ISharingPlatform>(), book, personal, new MidnightClock(), NullLogger<SharingDesk>.Instance);

        var answers = await desk.AskAsync(Person, Five, Why, TimeSpan.FromSeconds(30), CancellationToken.None);
        var log = new List<LoggedLookUp>();
        await foreach (var line in book.MonthAsync(new(2026, 11, 1)))
            log.Add(line);

        Assert.All(answers.Values, answer => Assert.Equal(new RegistryAnswer.No(RegistryTwin.Day), answer));
        Assert.Equal(Five.Select(question => question.Code()).Order(), log.Select(line => line.Question).Order());
    }

    private async Task<Office> OpenAsync(Func<LookUp, CancellationToken, Task<RegistryAnswer>> answer) =>
        await Office.OpenAsync(azurite, services: services => services.AddSingleton<ISharingPlatform>(new RegistryTwin { Answer = answer }));

    private static async Task<IReadOnlyDictionary<RegistryQuestion, RegistryAnswer>> AskAsync(Office office, TimeSpan? patience = null) =>
        await office.Services.GetRequiredService<SharingDesk>().AskAsync(Person, Five, Why, patience ?? TimeSpan.FromSeconds(30), CancellationToken.None);

    // Between one look at it and the next November ends in Beijing.
    private sealed class MidnightClock : TimeProvider
    {
        private int looks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 30, 15, 59, 59, TimeSpan.Zero).AddSeconds(looks++);
    }
}
