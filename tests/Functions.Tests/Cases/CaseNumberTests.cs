using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

/// <summary>A number is six characters: sooner or later two submissions of one day ask for the same.</summary>
public sealed class CaseNumberTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly (string Mine, string Theirs) SameNumber = Colliding();

    [Fact]
    public async Task Two_applicants_whose_submissions_ask_for_the_same_number_get_a_case_each()
    {
        await using var office = await Office.OpenAsync(azurite);

        var (mine, theirs) = (await ApplyAsync(office, Town.Resident, SameNumber.Mine), await ApplyAsync(office, Town.OtherResident, SameNumber.Theirs));

        Assert.NotEqual(mine.CaseId, theirs.CaseId);
        Assert.Equal([mine.CaseId], await CasesOfAsync(office, Town.Resident));
        Assert.Equal([theirs.CaseId], await CasesOfAsync(office, Town.OtherResident));
    }

    [Fact]
    public async Task Who_got_the_next_number_gets_it_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ApplyAsync(office, Town.Resident, SameNumber.Mine);
        var first = await ApplyAsync(office, Town.OtherResident, SameNumber.Theirs);

        await office.MoveToAsync(Office.Morning.AddDays(1));
        var second = await ApplyAsync(office, Town.OtherResident, SameNumber.Theirs);

        Assert.Equal((first.CaseId, false, true), (second.CaseId, first.AlreadyThere, second.AlreadyThere));
    }

    [Fact]
    public async Task The_same_number_at_the_same_moment_gives_a_case_each()
    {
        await using var office = await Office.OpenAsync(azurite);

        var receipts = await Task.WhenAll(
            ApplyAsync(office, Town.Resident, SameNumber.Mine), ApplyAsync(office, Town.OtherResident, SameNumber.Theirs));

        Assert.Equal(
            receipts.Select(receipt => receipt.CaseId),
            [.. await CasesOfAsync(office, Town.Resident), .. await CasesOfAsync(office, Town.OtherResident)]);
    }

    private static async Task<CaseReceipt> ApplyAsync(Office office, string who, string submissionId)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, who, Applications.Ordinary(submissionId: submissionId));
        await office.SettleAsync();
        return await Office.ReadAsync<CaseReceipt>(answer);
    }

    private static async Task<string[]> CasesOfAsync(Office office, string who) =>
        [.. (await office.GetAsync<CaseSummary[]>(Routes.MyCases, who)).Select(summary => summary.CaseId)];

    private static (string Mine, string Theirs) Colliding()
    {
        var mine = Enumerable.Range(0, 60_000).Select(SubmissionId).ToLookup(id => Number(id, Town.Resident));
        var theirs = Enumerable.Range(0, int.MaxValue).Select(SubmissionId).First(id => mine.Contains(Number(id, Town.OtherResident)));
        return (mine[Number(theirs, Town.OtherResident)].First(), theirs);
    }

    private static string SubmissionId(int i) => $"submission-{i:D10}";

    private static string Number(string submissionId, string participant) => CaseNumber.For(submissionId, participant, BeijingTime.DayOf(Office.Morning));
}
