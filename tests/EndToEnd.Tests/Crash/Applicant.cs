using System.Collections.Concurrent;
using System.Globalization;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>A resident who hands in one application until there is a receipt, and now and then once more.</summary>
public sealed class Applicant(CrashPlan plan, CrashCity city, int number) : IDisposable
{
    private static readonly HouseholdFacts Household = new()
    {
        HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1200, FinancialAssets = 0, OwnsCar = false, Homes = 0, OwnsNonResidentialProperty = false, BusinessCapital = 0,
    };

    private readonly ConcurrentBag<string> _numbers = [];

    public Page Page { get; private set; } = null!;

    /// <summary>Every case number a receipt has named; one, when all is well.</summary>
    public IReadOnlyCollection<string> CaseIds => [.. _numbers.Distinct()];

    public string CaseId => CaseIds.First();

    public async Task ApplyAsync(CancellationToken stop)
    {
        Page = await Page.OpenAsync(city, staffId: null, stop);
        var again = plan.DiceOf(string.Create(CultureInfo.InvariantCulture, $"applicant {number}")).Next(4) == 0;
        await Task.WhenAll(Enumerable.Range(0, again ? 2 : 1).Select(_ => SubmitAsync(stop)));
    }

    public void Dispose() => Page?.Dispose();

    private async Task SubmitAsync(CancellationToken stop)
    {
        var reply = await new Caller(city, Page.Participant).AskAsync(HttpMethod.Post, Routes.Cases, Application(), stop);
        city.CountAct();
        _numbers.Add(reply.Read<CaseReceipt>().CaseId);
    }

    private SubmitCase Application() => new(
        string.Create(CultureInfo.InvariantCulture, $"crash-{plan.Seed}-{number:D10}"), "D1.2", "zh-CN", Household,
        new ApplicantDetails(Resident.Name, People.IdNumberOf(number), Resident.Phone, "370982103201"),
        ["M01", "M02", "M03", "M04", "M05", "M07", "M13"], "2026-1", MandateToAgent: true, Resident.Story);
}
