using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Every act on a step of a review, a remedy or a complaint, posted by everybody: the table of acts says who is refused, and nothing follows from it.</summary>
public sealed class EveryMatterActTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int AtOnce = 12;

    private static readonly string[] Acts = [.. typeof(MatterActNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!), ActNames.Approve, "pardon", ""];

    [Fact]
    public async Task Whoever_may_not_do_an_act_of_supervision_is_refused_whatever_is_posted_and_no_step_moves()
    {
        await using var office = await Office.OpenAsync(azurite);
        await People.SeedAsync(office);
        await Bureau.SeedAsync(office);
        var steps = await StepsAsync(office);
        var before = await OpenAsync(office, steps);
        var (wrong, asked, involved) = (new ConcurrentQueue<string>(), 0, 0);

        var attempts =
            from step in steps
            from act in Acts
            from person in People.All.Append(new Person(Bureau.Colleague, [(Role.TownshipOfficer, Town.Point)]))
            where person.Proof is null
            let judged = Judge(person, step, act)
            where judged != Judgement.Allowed
            select (step, act, person, judged);
        await Parallel.ForEachAsync(attempts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (attempt, _) =>
        {
            var (step, act, person, judged) = attempt;
            using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{step.Matter}/tasks/{step.TaskId}/outcome", person.Participant, Forged(act));
            Interlocked.Increment(ref asked);
            if (judged == Judgement.Barred)
                Interlocked.Increment(ref involved);
            var atDesk = person.Posts.Contains(step.Desk);
            if (!person.IsKnown ? answer.StatusCode != HttpStatusCode.Unauthorized : answer.StatusCode != HttpStatusCode.Forbidden && !(atDesk && judged == Judgement.NotTheirs && answer.StatusCode == HttpStatusCode.UnprocessableEntity))
                wrong.Enqueue($"{act} on {step.TaskId} by {person.Participant} ({judged}): {(int)answer.StatusCode}");
        });
        await office.SettleAsync();

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Order().Take(60))}");
        Assert.True(asked > 1_500 && involved > 0, $"Only {asked} asked, {involved} of them about what they had a part in.");
        Assert.Equal(before, await OpenAsync(office, steps));
    }

    // Who filed nothing has a part in nothing; who handled the case a rating is about does not put it right.
    private static Judgement Judge(Person person, Step step, string act)
    {
        var standings = person.IsResident || person.Posts.IsEmpty ? person.ByPosts.Standings : [.. person.Posts.Select(post => new Standing(post == step.Desk ? Relation.Desk : Relation.Elsewhere, post.Role))];
        return ActTable.InForce.OnMatter(act)?.Judge(new(standings, step.NotBy.Contains(person.Participant) ? Bars.Involved : Bars.None)) ?? Judgement.NotTheirs;
    }

    private static async Task<Step[]> StepsAsync(Office office)
    {
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "工作人员态度不好，让我跑了三趟", null, "微信 abc"));
        var complaint = await Office.ReadAsync<ComplaintReceipt>(filed);
        var journey = await Bureau.FiledAsync(office);
        using var rated = await Bureau.RateAsync(journey, new RateCase(2, "让我多跑了一趟", ["came-again"]));
        Assert.True(rated.IsSuccessStatusCode);
        await office.SettleAsync();
        var remedy = Assert.Single(await Bureau.DeskAsync(office, Bureau.Colleague)).CaseId;
        await Bureau.DrawAsync(office);
        await office.SettleAsync();
        var review = (await Bureau.DeskAsync(office, Town.Reviewer)).Single(task => task.Kind == "review-file");
        return
        [
            new(complaint.ComplaintId, "answer-complaint-r1", (Role.CityReviewer, "city/370982"), []),
            new(remedy, "contact-rater-r1", (Role.TownshipOfficer, Town.Point), [Town.Officer]),
            new(review.CaseId, review.TaskId, (Role.CityReviewer, "city/370982"), []),
        ];
    }

    private static async Task<string[]> OpenAsync(Office office, IEnumerable<Step> steps)
    {
        var open = new List<string>();
        foreach (var step in steps)
        {
            var task = await office.GetAsync<TaskView>($"cases/{step.Matter}/tasks/{step.TaskId}", Town.Reviewer);
            open.Add($"{step.Matter} {task.Version} {task.Result?.Action}");
        }
        return [.. open];
    }

    // Everything an act could ask for.
    private static TaskOutcome Forged(string act) => new(
        act, Words: "这是伪造的卡片内容", Reason: "这是伪造的卡片内容", Finding: "upheld", Complexity: "simple", Satisfied: "yes", Items: ["补上户主签字"], Days: 5, Amount: 1620, Investigators: ["赵严", "李文静"]);

    private sealed record Step(string Matter, string TaskId, (Role Role, string Office) Desk, IReadOnlyList<string?> NotBy);
}
