using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions;
using OneVisit.Local.FunctionsWorker;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Host.Tests;

/// <summary>A back office that is opened on what the commands of the first day left behind, and nothing else.</summary>
internal sealed class FirstOffice : IAsyncDisposable
{
    public const string Point = "township/370982103";
    public const string Village = "village/370982103201";

    private const string Resident = "resident:Zm9vYmFyYmF6cXV4MTIzNA";

    private readonly DemoClock clock;
    private readonly LocalFunctionsHost host;
    private readonly Door door;

    private FirstOffice(DemoClock clock, LocalFunctionsHost host, Door door) => (this.clock, this.host, this.door) = (clock, host, door);

    public static async Task<FirstOffice> OpenAsync(string data, string storage)
    {
        var (keys, clock) = (LocalKeys.LoadOrCreate(data), new DemoClock(Path.Combine(data, "clock")));
        var host = LocalFunctionsHost.Create(BackOffice.Configure, [typeof(BackOffice).Assembly], new LocalFunctionsOptions
        {
            Clock = clock,
            Settings = new Dictionary<string, string?>
            {
                ["OneVisit__StorageConnection"] = storage, ["OneVisit__FrontDoorKey"] = keys.FrontDoor, ["OneVisit__SealingKey"] = keys.Sealing, ["OneVisit__ProofKey"] = keys.Proof,
                ["OneVisit__LookupKey"] = keys.Lookup,
                ["OneVisit__CodeGateway"] = "sandbox",
            },
            DurableDatabasePath = Path.Combine(data, "process.db"),
        });
        await host.StartAsync();
        var door = new Door(clock, Convert.FromBase64String(keys.FrontDoor));
        door.Open(host.BaseAddress);
        return new(clock, host, door);
    }

    public Task<Reply> AskAsync(string route, string who) => door.GetAsync(route, who, CancellationToken.None);

    /// <summary>One household's allowance, from the application to the decision, each step by whom the directory says.</summary>
    public async Task<TaskView> DecideAsync()
    {
        var receipt = (await door.PostAsync(Routes.Cases, Resident, Application, CancellationToken.None)).Must<CaseReceipt>();
        await SettleAsync();
        await DoAsync(receipt.CaseId, "collect-r1", "staff:li-agent", new(ActNames.Collected, Materials: ["M04", "M05", "M07"]));
        await DoAsync(receipt.CaseId, "survey-r1", "staff:zhao-officer", new(ActNames.Surveyed, MonthlyIncomeFound: 1300, MembersFound: 4) { Second = "qian-deputy" });
        await DoAsync(receipt.CaseId, "survey-cosign-r1", "staff:qian-deputy", new(ActNames.Cosigned));
        await DoAsync(receipt.CaseId, "verify-r1", "staff:zhao-officer", new(ActNames.Verified, Verification: "consistent"));
        await DoAsync(receipt.CaseId, "review-r1", "staff:zhao-officer", new(ActNames.Propose, Amount: 1620));
        await DoAsync(receipt.CaseId, "notice-r1", "staff:zhao-officer", new(ActNames.NoticePosted));
        clock.MoveTo(clock.GetUtcNow().AddDays(8));
        host.ClockMoved();
        await SettleAsync();
        return await DoAsync(receipt.CaseId, "decide-r1", "staff:zhou-chief", new(ActNames.Approve, Amount: 1620));
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private static SubmitCase Application => new(
        Guid.NewGuid().ToString(), "D1.2", "zh-CN",
        new HouseholdFacts
        {
            HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1300, FinancialAssets = 5000, OwnsCar = false, Homes = 1, OwnsNonResidentialProperty = false,
            BusinessCapital = 0, HasSeverelyAffectedMember = false,
        },
        new ApplicantDetails("张桂兰", "370982197001010016", "13800005678", "370982103201"), ["M01", "M02", "M03", "M04", "M05", "M07", "M13"], "2026-1", MandateToAgent: true, null);

    private async Task<TaskView> DoAsync(string caseId, string taskId, string who, TaskOutcome outcome)
    {
        var task = (await door.PostAsync(Routes.TaskOutcome.Replace("{caseId}", caseId, StringComparison.Ordinal).Replace("{taskId}", taskId, StringComparison.Ordinal), who, outcome, CancellationToken.None)).Must<TaskView>();
        await SettleAsync();
        return task;
    }

    private async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await host.Engine.WhenIdleAsync(patience.Token);
    }
}
