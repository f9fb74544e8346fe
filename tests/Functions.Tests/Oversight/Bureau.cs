using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Functions.Tests.Oversight;

/// <summary>What the city does in the tests: its people beside those of the town, and its desk.</summary>
internal static class Bureau
{
    public const string Colleague = "staff:zhai-colleague";

    private static readonly DateOnly Long = new(2020, 1, 1);

    /// <summary>A second officer of the township.</summary>
    public static Task SeedAsync(Office office) => office.Services.GetRequiredService<StaffDirectory>().SeedAsync(
    [
        new StaffMember("zhai-colleague", "孙立", [new Post(Role.TownshipOfficer, "township/370982103", Long)]),
    ]);

    /// <summary>A case from the application to the filing.</summary>
    public static async Task<Journey> FiledAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();
        return journey;
    }

    public static Task<HttpResponseMessage> RateAsync(Journey journey, RateCase rating) =>
        journey.Office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, rating);

    public static Task<TaskView[]> DeskAsync(Office office, string who) => office.GetAsync<TaskView[]>(Routes.Work, who);

    public static Task<HttpResponseMessage> ActAsync(Office office, string matter, string taskId, string who, TaskOutcome outcome) =>
        office.SendAsync(HttpMethod.Post, $"cases/{matter}/tasks/{taskId}/outcome", who, outcome);

    public static async Task<TaskView> DoAsync(Office office, string matter, string taskId, string who, TaskOutcome outcome)
    {
        using var answer = await ActAsync(office, matter, taskId, who, outcome);
        return await Office.ReadAsync<TaskView>(answer);
    }

    public static TaskOutcome WellReviewed(TaskView review) => new(
        MatterActNames.Reviewed, Answers: review.Criteria!.Where(criterion => criterion.Answer is null).ToDictionary(criterion => criterion.Id, string? (_) => "met"));

    public static TaskOutcome WithGuidance(TaskView review) => WellReviewed(review) with
    {
        Answers = review.Criteria!.Where(criterion => criterion.Answer is null).ToDictionary(criterion => criterion.Id, string? (criterion) => criterion.Id == "signed-record" ? "fault" : "met"),
        Items = ["补上户主签字"],
        Days = 5,
    };

    public static async Task<DrawView> DrawAsync(Office office, string? month = null)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Draws, Town.Reviewer, new DrawCases(month));
        return await Office.ReadAsync<DrawView>(answer);
    }
}
